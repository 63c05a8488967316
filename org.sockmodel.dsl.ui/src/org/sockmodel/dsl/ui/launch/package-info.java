/**
 * Runs models in the workbench: what is to be run, the run as a job, and what it writes.
 *
 * <pre>
 *   Run As, Run Configurations --SimulationSettings--> SimulationJob --text--> SimulationProcess --> console
 *                                                           |
 *                                                           +--trace--> a folder of the project
 * </pre>
 *
 * This package must not know how the console shows what is written, nor any view of traces.
 */
package org.sockmodel.dsl.ui.launch;
