/** Values given in place of those of a model. */
package org.sockmodel.tests.dsl.parameter;
