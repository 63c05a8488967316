/** Tests of org.sockmodel.dsl.parameter. */
package org.sockmodel.tests.dsl.parameter;
