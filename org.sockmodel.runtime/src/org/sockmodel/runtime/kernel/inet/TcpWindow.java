package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.sock.Sock;

/** How much a receiver lets its peer send: {@code __tcp_select_window}, {@code net/ipv4/tcp_output.c}. */
final class TcpWindow {

  /** {@code rcv_ssthresh} at the beginning: what fits into half of the default buffer, in bytes. */
  static final int INITIAL_BYTES = 65_483;

  /** A window is told in steps of this size: {@code 1 << rcv_wscale}. */
  private static final int SCALE_BYTES = 128;

  private TcpWindow() {
  }

  /** The window that the free space allows, in bytes; 0 if it is too small to be worth telling. */
  static int freeBytes(TcpSock sock) {
    int fullBytes = sock.rcvbufBytes() / 2;
    int freeBytes = Math.min((sock.rcvbufBytes() - sock.rmemAllocBytes()) / 2, INITIAL_BYTES);
    int segmentBytes = Math.min(sock.ack.rcvMssBytes(), fullBytes);
    if (freeBytes < fullBytes / 2 && (freeBytes < fullBytes >> 4 || freeBytes < segmentBytes)) {
      return 0;
    }
    return align(freeBytes);
  }

  /** {@code tcp_select_window}: the window of a segment that goes out now; it never takes back what was offered. */
  static int select(TcpSock sock) {
    return Math.max(freeBytes(sock), align(sock.receiveWindowBytes()));
  }

  /** {@code tcp_cleanup_rbuf}: whether reading has at least doubled a window that had become small. */
  static boolean hasGrown(TcpSock sock) {
    int nowBytes = sock.receiveWindowBytes();
    if (sock.isShutdown(Sock.RCV_SHUTDOWN) || 2 * nowBytes > INITIAL_BYTES) {
      return false;
    }
    int newBytes = freeBytes(sock);
    return newBytes > 0 && newBytes >= 2 * nowBytes;
  }

  /** {@code __tcp_ack_snd_check}: whether an acknowledgement for size would also let the peer send more. */
  static boolean advances(TcpSock sock) {
    return sock.rcvNxt - sock.copiedSeq < sock.rcvlowatBytes() || freeBytes(sock) >= sock.rcvWndBytes;
  }

  private static int align(int bytes) {
    return (bytes + SCALE_BYTES - 1) / SCALE_BYTES * SCALE_BYTES;
  }
}
