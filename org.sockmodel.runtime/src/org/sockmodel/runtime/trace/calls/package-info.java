/**
 * System calls that a trace tells by number ({@code raw_syscalls:sys_enter} and {@code sys_exit}), or whose exits do
 * not tell which call it is: makes each the event that the call's own tracepoint would have been.
 *
 * <pre>
 *   reader --> sys_enter id=45 args --> RawCalls --> sys_enter_recvfrom fd, ubuf, size, ... --> sink
 *                                          ^
 *                             CallNumbers, of the machine
 * </pre>
 *
 * This package must not know of what format a trace is.
 */
package org.sockmodel.runtime.trace.calls;
