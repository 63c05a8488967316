/**
 * AF_UNIX: stream, datagram and sequenced packet sockets of one machine ({@code net/unix/af_unix.c}).
 *
 * <pre>
 *   sendmsg: skb --> peer's receive queue --> sk_data_ready --> __wake_up_sync_key     (no softirq, no interrupt)
 *   recvmsg: receive queue --> user space --> sk_write_space of the sender
 * </pre>
 *
 * <p>Must not know devices, IP or system calls.
 */
package org.sockmodel.runtime.kernel.unix;
