/**
 * Timers: those that count in jiffies, by the wheel of each CPU, with sleeps that have a timeout ({@code
 * kernel/time/timer.c}), and those of high resolution ({@code kernel/time/hrtimer.c}).
 *
 * <pre>
 *   tick (sched.LocalTimer) --> TimerSoftirq.tick --> softirq TIMER --> TimerWheel --> try_to_wake_up
 *   ScheduleTimeout --> TimerWheel                                      of this CPU, and of idle ones: TimerMigration
 *   InterruptingTimer --> interrupt;   SoftHrtimer --> interrupt --> softirq HRTIMER
 * </pre>
 *
 * <p>Must not know sockets or system calls.
 */
package org.sockmodel.runtime.kernel.timer;
