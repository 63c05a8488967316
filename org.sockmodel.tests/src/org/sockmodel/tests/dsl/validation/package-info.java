/** What is found wrong with a model, where, and what is said about it. */
package org.sockmodel.tests.dsl.validation;
