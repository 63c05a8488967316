package org.sockmodel.runtime.kernel.nic;

/**
 * What a receive queue is made of.
 *
 * @param address what a trace shows as {@code napi}
 * @param deviceName an id in the trace's names
 * @param number the queue's number at its card
 * @param queueMapping {@code skb->queue_mapping} of its packets, the queue's number from 1 ({@code
 *     skb_record_rx_queue}); 0 if the driver does not record it
 * @param weightPackets the most packets of one poll
 * @param ringPackets the most packets that wait in the ring
 * @param dmaNs from a packet's last bit until it is in memory
 * @param buffers the memory that packets arrive in
 * @param looksAgain whether the driver looks for packets that came while it unmasked the line
 * @param deferHardIrqs {@code napi_defer_hard_irqs}: polls in a row that find nothing before interrupts come again
 * @param groFlushTimeoutNs {@code gro_flush_timeout}: when such a poll begins
 * @param irqSuspendTimeoutNs {@code irq_suspend_timeout}: how long a reader that polls may keep interrupts off
 */
public record RxQueueSettings(long address, int deviceName, int number, int queueMapping, int weightPackets,
    int ringPackets, long dmaNs, ReceiveBuffers buffers, boolean looksAgain, int deferHardIrqs,
    long groFlushTimeoutNs, long irqSuspendTimeoutNs) {
}
