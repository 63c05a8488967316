/** From a model file to what it declares. */
package org.sockmodel.tests.dsl.compile;
