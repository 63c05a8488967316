package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;

/**
 * What a driver registers with {@code request_irq}: {@code struct irqaction}, {@code include/linux/interrupt.h}.
 *
 * @param name what {@code /proc/interrupts} shows, an id in the trace's names
 * @param vector tells whether the interrupt is this driver's
 * @param handler does what is to be done, with the device as its {@code self}
 * @param device an {@link RxQueue}, a {@link TxNapi} or a {@link TxRing}
 */
public record IrqAction(int name, InterruptVector vector, KernelFunction handler, Object device) {
}
