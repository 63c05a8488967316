/** What a model expects of a run. */
package org.sockmodel.tests.dsl.expectation;
