/**
 * TCP: from a segment to the socket's queue and from the queue to the reader, and what it sends, connects and
 * acknowledges for that ({@code net/ipv4/tcp*.c}, {@code inet_connection_sock.c}).
 *
 * <pre>
 *   tcp_v4_rcv --(backlog while owned)--> tcp_v4_do_rcv --> tcp_rcv_established --> tcp_data_queue --> sk_data_ready
 *                                                      \--> tcp_rcv_state_process (handshake, FIN)
 *   tcp_sendmsg --> tcp_write_xmit --> __tcp_transmit_skb --> __dev_queue_xmit
 * </pre>
 *
 * <p>Others see {@link org.sockmodel.runtime.kernel.tcp.TcpProt}. Must not know drivers or system calls.
 */
package org.sockmodel.runtime.kernel.tcp;
