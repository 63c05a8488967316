/** The words of the language and their explanations. */
package org.sockmodel.tests.dsl.vocabulary;
