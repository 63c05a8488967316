package org.sockmodel.runtime.analysis.conform.step;

/** Tells which tracepoints show that a socket or a network device is at work. */
final class SocketTracepoints {

  private SocketTracepoints() {
  }

  static boolean contains(String tracepoint) {
    return tracepoint.startsWith("sock_") || tracepoint.startsWith("sk_") || tracepoint.startsWith("tcp_")
        || tracepoint.startsWith("udp_") || tracepoint.startsWith("net_") || tracepoint.startsWith("netif_")
        || tracepoint.startsWith("inet_") || tracepoint.startsWith("napi_") || tracepoint.startsWith("skb_");
  }
}
