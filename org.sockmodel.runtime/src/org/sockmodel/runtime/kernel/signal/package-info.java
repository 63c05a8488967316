/**
 * Signals from the sender to the handler ({@code kernel/signal.c}, {@code arch/x86/kernel/signal.c}).
 *
 * <pre>
 *   tgkill(2), kill_fasync --> SendSignal --> SignalWakeUp
 *   return to user space, from a call or an interrupt --> DeliverSignals --> handler --> rt_sigreturn
 * </pre>
 *
 * <p>Must not know sockets or system calls. Caveats: no signal stops a process; handlers do nothing.
 */
package org.sockmodel.runtime.kernel.signal;
