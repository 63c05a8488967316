/** Tests of org.sockmodel.dsl.expression. */
package org.sockmodel.tests.dsl.expression;
