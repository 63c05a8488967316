package org.sockmodel.runtime.analysis.conform.step;

import java.util.List;

/** Tells which tracepoints, and which functions, show that a socket or a network device is at work. */
final class SocketTracepoints {

  private static final List<String> OF_TRACEPOINTS =
      List.of("sock_", "sk_", "tcp_", "udp_", "net_", "netif_", "inet_", "napi_", "skb_");

  private static final List<String> OF_FUNCTIONS =
      List.of("func=sock_", "func=__sock_", "func=inet_", "func=tcp_", "func=udp_", "func=unix_");

  private SocketTracepoints() {
  }

  static boolean contains(Step step) {
    return step.isFunction() ? OF_FUNCTIONS.stream().anyMatch(step.detail()::startsWith)
        : OF_TRACEPOINTS.stream().anyMatch(step.tracepoint()::startsWith);
  }
}
