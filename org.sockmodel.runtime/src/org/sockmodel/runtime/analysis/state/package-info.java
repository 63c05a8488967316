/**
 * What each CPU and each task of the traced machine is doing, followed from events alone: one small handler per
 * tracepoint, found through an array.
 *
 * <pre>
 *   TraceEvent --KernelState--> handler of the tracepoint --> CpuState, TaskState
 *                                                         --> InterruptListener, TaskListener, SyscallListener
 *                               each EventHandler of an analysis, after the state has moved
 * </pre>
 *
 * Contexts come from irq, softirq and sched_switch events only; an event's own thread id corrects the current task
 * where the format records it. This package must not know any question that is asked about a trace.
 */
package org.sockmodel.runtime.analysis.state;
