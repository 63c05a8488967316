package org.sockmodel.runtime.kernel.tcp;

/** States of a TCP socket, with the names and in the order of {@code include/net/tcp_states.h}. */
enum TcpState {
  TCP_ESTABLISHED,
  TCP_SYN_SENT,
  TCP_SYN_RECV,
  TCP_FIN_WAIT1,
  TCP_FIN_WAIT2,
  TCP_TIME_WAIT,
  TCP_CLOSE,
  TCP_CLOSE_WAIT,
  TCP_LAST_ACK,
  TCP_LISTEN,
  TCP_CLOSING;

  /** Whether a connection may still send data. */
  boolean sends() {
    return this == TCP_ESTABLISHED || this == TCP_CLOSE_WAIT;
  }

  /** Whether segments may wait to be sent: data, or the FIN that ends them. */
  boolean mayHaveUnsent() {
    return sends() || this == TCP_FIN_WAIT1 || this == TCP_CLOSING || this == TCP_LAST_ACK;
  }

  /** {@code tcp_close_state}: the state after this end has sent its FIN, or the same if it sends none. */
  TcpState afterFinSent() {
    return switch (this) {
      case TCP_ESTABLISHED, TCP_SYN_RECV -> TCP_FIN_WAIT1;
      case TCP_CLOSE_WAIT -> TCP_LAST_ACK;
      default -> this;
    };
  }
}
