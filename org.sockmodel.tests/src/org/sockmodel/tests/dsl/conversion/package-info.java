/** Quantities with units. */
package org.sockmodel.tests.dsl.conversion;
