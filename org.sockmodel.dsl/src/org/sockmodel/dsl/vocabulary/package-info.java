/**
 * The words of a model that the grammar does not list: the kernel's constants, settings, costs, metrics. One table says
 * where each kind stands and which words there are, and one data file what every word means, which hovers, completion
 * and the language reference show. This package must not know any editor.
 *
 * <pre>
 *   a feature of the language --Vocabulary--> its words --Dictionary--> what each means
 * </pre>
 */
package org.sockmodel.dsl.vocabulary;
