/**
 * Entry and exit of interrupts, softirqs and ksoftirqd ({@code kernel/softirq.c}, {@code kernel/irq/handle.c}).
 *
 * <p>Must not know what a softirq's action does; it is a function in the table.
 */
package org.sockmodel.runtime.kernel.softirq;
