package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.congestion.Congestion;

/**
 * How a send buffer grows with the congestion window: {@code tcp_sndbuf_expand}, {@code net/ipv4/tcp_input.c}. It has
 * room for two windows of full segments with their overhead, or for three where the congestion control asks for it.
 */
final class TcpSndbuf {

  /** {@code net.ipv4.tcp_wmem[2]}. */
  private static final int MOST_BYTES = 4_194_304;
  private static final int SHARED_INFO_BYTES = 320;
  private static final int STRUCTURE_BYTES = 256;
  static final int TIMESTAMP_BYTES = 12;

  private final int maxHeaderBytes;

  /**
   * @param maxHeaderBytes {@code MAX_TCP_HEADER}
   */
  TcpSndbuf(int maxHeaderBytes) {
    this.maxHeaderBytes = maxHeaderBytes;
  }

  /** {@code tcp_init_buffer_space}. */
  void start(TcpSock sock) {
    if (!sock.sndbufLocked) {
      expand(sock);
    }
  }

  /** {@code tcp_new_space}: not while the window is full, since then memory is not what there is too little of. */
  void newSpace(TcpSock sock) {
    if (!sock.sndbufLocked && sock.congestion.packetsInFlight() < sock.congestion.cwnd()) {
      expand(sock);
    }
  }

  private void expand(TcpSock sock) {
    int segmentBytes = Math.max(sock.advmssBytes() + TIMESTAMP_BYTES, sock.mssBytes) + maxHeaderBytes
        + SHARED_INFO_BYTES;
    long memoryBytes = (Integer.highestOneBit(segmentBytes - 1) << 1) + STRUCTURE_BYTES;
    long segments = Math.max(Congestion.INITIAL_CWND, sock.congestion.cwnd());
    long bytes = Math.min(sock.congestion.sndbufWindows() * segments * memoryBytes, MOST_BYTES);
    sock.sndbufBytes((int) Math.max(sock.sndbufBytes(), bytes));
  }
}
