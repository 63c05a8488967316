/**
 * Wait queues: who sleeps on what, in which order, and which function wakes each of them ({@code kernel/sched/wait.c}).
 *
 * <p>Must not know what is waited for.
 */
package org.sockmodel.runtime.kernel.wait;
