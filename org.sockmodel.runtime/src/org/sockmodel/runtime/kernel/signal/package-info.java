/**
 * Signals from the sender to the handler ({@code kernel/signal.c}, {@code arch/x86/kernel/signal.c}).  <pre>
 * tgkill(2), kill_fasync --> SendSignal --> SignalWakeUp
 * return to user space, from a call or an interrupt --> DeliverSignals --> handler --> rt_sigreturn </pre>
 *
 * <p>Must not know sockets or system calls. Caveats: signals are those below 32, each pending at most once;
 * handlers do nothing.
 */
package org.sockmodel.runtime.kernel.signal;
