/**
 * Timers that count in jiffies: the wheel of each CPU, the TIMER softirq that runs it, and sleeps with a timeout
 * ({@code kernel/time/timer.c}).
 *
 * <pre>
 *   tick (sched.LocalTimer) --> TimerSoftirq.tick --> softirq TIMER --> TimerWheel --> try_to_wake_up
 *   ScheduleTimeout --> TimerWheel
 * </pre>
 *
 * <p>Must not know sockets or system calls.
 */
package org.sockmodel.runtime.kernel.timer;
