/**
 * A trace as steps: what happened, in whose context, during which system call, without what differs from run to run.
 *
 * <pre>
 *   TraceEvent --StepReader--> Steps
 * </pre>
 *
 * It must not know that traces are compared, nor who made them.
 */
package org.sockmodel.runtime.analysis.conform.step;
