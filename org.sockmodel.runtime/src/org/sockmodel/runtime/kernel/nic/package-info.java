/**
 * Network cards and their drivers: rings, interrupt lines, what holds interrupts back, and the poll.
 *
 * <pre>
 *   wire -> RxQueue -> InterruptModeration -> DeviceInterrupt -> NET_RX -> DriverPoll -> protocols
 * </pre>
 *
 * <p>Must not know protocols, nor what a model calls its cards.
 */
package org.sockmodel.runtime.kernel.nic;
