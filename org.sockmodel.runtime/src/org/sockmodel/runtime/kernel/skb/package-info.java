/**
 * Packets and queues of packets ({@code include/linux/skbuff.h}).
 *
 * <p>Must not know devices, protocols or sockets.
 */
package org.sockmodel.runtime.kernel.skb;
