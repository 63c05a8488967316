/**
 * The way of packets through the kernel: which interrupt or sender raised the softirq that a packet was received in,
 * and which packet made a socket readable. Waits, readers and system calls are not its business.
 *
 * <pre>
 *   irq_handler_entry > softirq_raise > softirq_entry > netif_receive_skb > sk_data_ready     (network card)
 *       net_dev_queue > softirq_raise > softirq_entry > netif_receive_skb > sk_data_ready     (loopback, veth)
 *                                                                           sk_data_ready     (AF_UNIX)
 * </pre>
 */
package org.sockmodel.runtime.analysis.path;
