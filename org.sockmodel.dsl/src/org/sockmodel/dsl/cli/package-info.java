/**
 * The command line: one class per command, and one for the options that several have. What commands do stands in the
 * packages below:
 *
 * <pre>
 *   words of the user --options--> command --> input: the models and traces that they name
 *                                          --> run, batch, sweep: one model, many, or many runs of one
 * </pre>
 *
 * Nothing else may use it.
 */
package org.sockmodel.dsl.cli;
