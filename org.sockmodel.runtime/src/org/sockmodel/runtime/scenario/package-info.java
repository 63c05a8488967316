/**
 * Wires what a model declares into machines that run: CPUs, kernel functions, network cards, threads and traffic; runs
 * them and says what came of it.
 *
 * <pre>
 *   ModelDeclaration -> Simulation -> SimulatedMachine (kernel.*, workload) -> TraceSink
 * </pre>
 *
 * The only package that knows all parts of the kernel. It must not know who reads the trace.
 */
package org.sockmodel.runtime.scenario;
