/** Exact arithmetic with units. */
package org.sockmodel.tests.dsl.expression;
