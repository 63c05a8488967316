/**
 * Runs what a sweep asks for, on several threads, and keeps what is done.
 *
 * <pre>
 *   SweepPlan --SweepRun--> SweepVariant, compiled --SweepTask--> SweepPool --> SweepOutcome
 * </pre>
 *
 * This package must not know the commands, nor how the outcome is shown.
 */
package org.sockmodel.dsl.cli.sweep;
