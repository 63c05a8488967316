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
 * <p>As in Linux all of it works on one structure, {@link org.sockmodel.runtime.kernel.tcp.TcpSock}, whose fields no
 * other package sees; so it is one package. Which function calls which says {@link
 * org.sockmodel.runtime.kernel.tcp.TcpProt}, which is what others see. Where to look for what:
 *
 * <pre>
 *   a segment comes      TcpRcv, TcpDoRcv, TcpRcvEstablished, TcpRcvStateProcess, TcpAck, TcpChecks, TcpReset
 *   its data are queued  TcpDataQueue, OutOfOrderQueue, TcpRmem, TcpCollapse, TcpDataReady
 *   and read             InetRecvmsg, TcpRecvmsg, SkWaitData, ReleaseSock, TcpPrequeue*, TcpDirectCopy, TcpUcopy
 *   it is acknowledged   DelayedAck, CompressedAcks, SelectiveAcks, TcpSendAck, TcpDelackTimer, TcpCompressedAckKick
 *   window and buffers   TcpWindow, ReceiverRtt, TcpSndbuf
 *   data are sent        TcpSendmsg, TcpSegments, TcpWriteXmit, TcpTransmit, TcpTsqWrite, TcpSendFin
 *   what is lost         TcpRecovery, Scoreboard, LossDetection by Rack or ForwardAck, LossProbe, AckState
 *   is sent again        TcpRetransmitSkb, TcpXmitRetransmitQueue, TcpSendLossProbe
 *   timers               TcpTimer, XmitTimer, TcpWriteTimer, TcpRetransmitTimer, TcpRackReoTimeout,
 *                        RetransmissionTimeout
 *   begin and end        InetStreamConnect, TcpConnRequest, ReqskTimer, TcpChildProcess, InetCskAccept, TcpConnections;
 *                        InetShutdown, TcpClose, TcpDoneWithError
 * </pre>
 *
 * <p>How fast it sends is for {@link org.sockmodel.runtime.kernel.congestion} to say. Must not know drivers or system
 * calls.
 */
package org.sockmodel.runtime.kernel.tcp;
