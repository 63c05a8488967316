/**
 * Signals from the sender to the handler ({@code kernel/signal.c}, {@code arch/x86/kernel/signal.c}).  <pre>
 * tgkill(2), kill_fasync --> SendSignal --> try_to_wake_up return to user space --> DeliverSignals --> handler -->
 * rt_sigreturn </pre>
 *
 * <p>Must not know sockets or system calls. Caveats: a signal waits for the end of a stretch of computing in user
 * space; signals are those below 32, each pending at most once.
 */
package org.sockmodel.runtime.kernel.signal;
