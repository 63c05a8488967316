/**
 * Runs a model and judges what it expects: the one way for commands and editors.
 *
 * <pre>
 *   ModelDeclaration --Simulation--> events --> an Analysis of all, and one of each thread or port that counts
 *                                                  --reports--> Expectations --> Verdicts
 * </pre>
 *
 * This package must not know where a model comes from, nor how a run is shown.
 */
package org.sockmodel.dsl.run;
