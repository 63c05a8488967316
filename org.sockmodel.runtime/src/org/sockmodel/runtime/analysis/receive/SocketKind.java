package org.sockmodel.runtime.analysis.receive;

import static org.sockmodel.runtime.uapi.AddressFamily.AF_INET;
import static org.sockmodel.runtime.uapi.AddressFamily.AF_INET6;
import static org.sockmodel.runtime.uapi.AddressFamily.AF_PACKET;
import static org.sockmodel.runtime.uapi.AddressFamily.AF_UNIX;
import static org.sockmodel.runtime.uapi.IpProtocol.IPPROTO_MPTCP;
import static org.sockmodel.runtime.uapi.IpProtocol.IPPROTO_SCTP;
import static org.sockmodel.runtime.uapi.IpProtocol.IPPROTO_TCP;
import static org.sockmodel.runtime.uapi.IpProtocol.IPPROTO_UDP;

import org.sockmodel.runtime.trace.NetTracepoints.SockRecvLength;
import org.sockmodel.runtime.trace.TraceEvent;

/** What a socket gives its readers, as far as its family and protocol tell. */
enum SocketKind {
  /** The trace has not shown family and protocol. */
  UNKNOWN,
  /** Of a family whose messages are not told by their order. */
  OTHER,
  TCP,
  TCP6,
  UDP,
  UDP6,
  /** SCTP, MPTCP. */
  STREAM,
  STREAM6,
  /** What has no connection and is not UDP: raw sockets, ping, UDP-Lite. */
  RAW,
  RAW6,
  /** AF_UNIX, of which some give whole datagrams and some do not. */
  UNIX,
  PACKET;

  /** The kind of sockets of a family and a protocol, which are negative if they are not known. */
  static SocketKind of(int family, int protocol) {
    return switch (family) {
      case AF_INET -> overIp(protocol, TCP, UDP, STREAM, RAW);
      case AF_INET6 -> overIp(protocol, TCP6, UDP6, STREAM6, RAW6);
      case AF_UNIX -> UNIX;
      case AF_PACKET -> PACKET;
      default -> family < 0 ? UNKNOWN : OTHER;
    };
  }

  /** The kind of the socket that {@code sock_recv_length} tells of. */
  static SocketKind of(TraceEvent event) {
    boolean known = event.has(SockRecvLength.FAMILY) && event.has(SockRecvLength.PROTOCOL);
    return known ? of(event.intValue(SockRecvLength.FAMILY), event.intValue(SockRecvLength.PROTOCOL)) : UNKNOWN;
  }

  private static SocketKind overIp(int protocol, SocketKind tcp, SocketKind udp, SocketKind stream, SocketKind raw) {
    return switch (protocol) {
      case IPPROTO_TCP -> tcp;
      case IPPROTO_UDP -> udp;
      case IPPROTO_SCTP, IPPROTO_MPTCP -> stream;
      default -> protocol < 0 ? UNKNOWN : raw;
    };
  }

  /** Whether messages may be told by their order. */
  boolean isFollowed() {
    return compareTo(OTHER) > 0;
  }

  /** Whether each call gets one of those that the socket was told of. */
  boolean givesDatagrams() {
    return switch (this) {
      case UDP, UDP6, RAW, RAW6, PACKET -> true;
      default -> false;
    };
  }

  boolean isTcp() {
    return this == TCP || this == TCP6;
  }
}
