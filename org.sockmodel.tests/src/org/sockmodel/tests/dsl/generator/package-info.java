/** The Java source that a model becomes. */
package org.sockmodel.tests.dsl.generator;
