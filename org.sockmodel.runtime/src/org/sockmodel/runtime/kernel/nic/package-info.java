/**
 * Network cards and their drivers: rings, interrupt lines, what holds interrupts back, and the poll.
 *
 * <pre>{@code
 *   wire -> RxQueue -> InterruptVector -> DeviceInterrupt -> NET_RX -> DriverPoll -> protocols
 *                   InterruptModeration
 *   wire <- NicXmit -> TxRing -> InterruptVector -> DeviceInterrupt -> TxNapi or TxHandler
 * }</pre>
 *
 * <p>Must not know protocols, nor what a model calls its cards.
 */
package org.sockmodel.runtime.kernel.nic;
