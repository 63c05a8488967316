/**
 * What happened in a trace, kept in columns so that any part of it can be drawn and looked up at once: every event,
 * what every CPU, interrupt line, softirq, card queue and thread was doing, what caused what, and all messages.
 *
 * <pre>
 *   TraceReader --TraceEvent--> HistoryRecorder --> EventLog
 *                                 |  KernelState --> CpuRows, InterruptRows, QueueRows, ThreadRows --> StateSequence
 *                                 |                                                     Causes --> ArrowLog
 *                                 |  ReceiveAnalysis ------------------------------------------> MessageLog
 *                                 +-- Analysis --> Report
 * </pre>
 *
 * <p>One thread records in a single pass; any other may read what has been recorded so far. There is never an object
 * for an event. This package must not know how a history is drawn, nor who made the trace.
 */
package org.sockmodel.runtime.history;
