/**
 * Tasks, run queues, the context switch, and how a sleeping task becomes runnable on the right CPU.
 *
 * <p>Must not know why a task sleeps or who wakes it: sockets, devices and system calls are above.
 */
package org.sockmodel.runtime.kernel.sched;
