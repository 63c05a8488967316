package org.sockmodel.runtime.kernel.tcp;

import java.util.stream.Stream;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.InetSockSetState;
import org.sockmodel.runtime.trace.NetTracepoints.TcpDestroySock;
import org.sockmodel.runtime.trace.NetTracepoints.TcpProbe;
import org.sockmodel.runtime.trace.NetTracepoints.TcpRcvSpaceAdjust;
import org.sockmodel.runtime.trace.NetTracepoints.TcpRetransmitSkb;
import org.sockmodel.runtime.trace.NetTracepoints.TcpSendmsgLocked;

/** The tracepoints of TCP: {@code include/trace/events/tcp.h} and {@code sock.h}; a kernel may lack some of them. */
final class TcpTrace {

  /** {@code tcp_probe}'s {@code data_len} has two bytes, which is too few for what {@code tcp_grow_skb} makes. */
  private static final int DATA_LEN_MASK = 0xffff;

  private static final long LOW_32_BITS = 0xffffffffL;
  private static final long NS_PER_USEC = 1000;
  private static final int COOKIE_SHIFT = 11;
  private static final int COOKIE_MASK = 0xffffff;

  private final boolean tcpTracepoints;
  private final boolean sendmsgLocked;
  private final boolean retransmitFailures;
  private final int[] stateNames;

  /**
   * @param tcpTracepoints whether the kernel has those of 4.16
   * @param sendmsgLocked whether it has {@code tcp_sendmsg_locked}
   * @param retransmitFailures whether {@code tcp_retransmit_skb} also tells of what could not be sent again
   */
  TcpTrace(Names names, boolean tcpTracepoints, boolean sendmsgLocked, boolean retransmitFailures) {
    this.tcpTracepoints = tcpTracepoints;
    this.sendmsgLocked = sendmsgLocked;
    this.retransmitFailures = retransmitFailures;
    stateNames = Stream.of(TcpState.values()).mapToInt(state -> names.intern(state.name())).toArray();
  }

  /** {@code inet_sk_state_store}. */
  void state(Cpu cpu, TcpSock sock, TcpState state) {
    if (tcpTracepoints && cpu.trace().enabled()) {
      cpu.trace().begin(InetSockSetState.TRACEPOINT)
          .set(InetSockSetState.FAMILY, sock.family())
          .set(InetSockSetState.PROTOCOL, sock.protocol())
          .set(InetSockSetState.SPORT, sock.port())
          .set(InetSockSetState.DPORT, sock.peerPort())
          .set(InetSockSetState.OLDSTATE, stateNames[sock.state.ordinal()])
          .set(InetSockSetState.NEWSTATE, stateNames[state.ordinal()]);
      cpu.trace().commit();
    }
    sock.state = state;
  }

  /** A segment enters {@code tcp_rcv_established}. */
  void probe(Cpu cpu, TcpSock sock, SkBuff skb) {
    if (!tcpTracepoints || !cpu.trace().enabled()) {
      return;
    }
    cpu.trace().begin(TcpProbe.TRACEPOINT)
        .set(TcpProbe.FAMILY, sock.family())
        .set(TcpProbe.SPORT, sock.port())
        .set(TcpProbe.DPORT, sock.peerPort())
        .set(TcpProbe.MARK, 0)
        .set(TcpProbe.DATA_LEN, skb.payloadBytes() & DATA_LEN_MASK)
        .set(TcpProbe.SND_NXT, sock.sndNxt & LOW_32_BITS)
        .set(TcpProbe.SND_UNA, sock.sndUna & LOW_32_BITS)
        .set(TcpProbe.SND_CWND, sock.congestion.cwnd())
        .set(TcpProbe.SSTHRESH, sock.congestion.ssthresh())
        .set(TcpProbe.SND_WND, sock.sndWndBytes)
        .set(TcpProbe.SRTT, sock.srttNs / NS_PER_USEC)
        .set(TcpProbe.RCV_WND, sock.rcvWndBytes)
        .set(TcpProbe.SOCK_COOKIE, cookie(sock))
        .set(TcpProbe.SKBADDR, skb.address())
        .set(TcpProbe.SKADDR, sock.address());
    cpu.trace().commit();
  }

  /** {@code __tcp_retransmit_skb}, of a segment that is not sent again after all. */
  void retransmitFailure(Cpu cpu, TcpSock sock, SkBuff skb) {
    if (retransmitFailures) {
      retransmit(cpu, sock, skb);
    }
  }

  /** {@code __tcp_retransmit_skb}. */
  void retransmit(Cpu cpu, TcpSock sock, SkBuff skb) {
    if (tcpTracepoints && cpu.trace().enabled()) {
      cpu.trace().begin(TcpRetransmitSkb.TRACEPOINT)
          .set(TcpRetransmitSkb.SKBADDR, skb.address())
          .set(TcpRetransmitSkb.SKADDR, sock.address())
          .set(TcpRetransmitSkb.FAMILY, sock.family())
          .set(TcpRetransmitSkb.SPORT, sock.port())
          .set(TcpRetransmitSkb.DPORT, sock.peerPort())
          .set(TcpRetransmitSkb.STATE, stateNames[sock.state.ordinal()]);
      cpu.trace().commit();
    }
  }

  void spaceAdjust(Cpu cpu, TcpSock sock) {
    if (tcpTracepoints) {
      cpu.trace().fire(TcpRcvSpaceAdjust.TRACEPOINT, sock.family(), sock.port(), sock.peerPort(),
          cookie(sock));
    }
  }

  void destroy(Cpu cpu, TcpSock sock) {
    if (tcpTracepoints) {
      cpu.trace().fire(TcpDestroySock.TRACEPOINT, sock.family(), sock.port(), sock.peerPort(), cookie(sock));
    }
  }

  /**
   * @param tail the last segment that waits to be sent, or null
   */
  void sendmsg(Cpu cpu, SkBuff tail, long leftBytes, int sizeGoalBytes) {
    if (sendmsgLocked) {
      cpu.trace().fire(TcpSendmsgLocked.TRACEPOINT, tail == null ? 0 : tail.address(),
          tail == null ? 0 : tail.payloadBytes(), leftBytes, sizeGoalBytes);
    }
  }

  /** {@code sock_gen_cookie}: a small number of the socket's own. */
  private static long cookie(TcpSock sock) {
    return 1 + (sock.address() >>> COOKIE_SHIFT & COOKIE_MASK);
  }
}
