package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.skb.SkBuff;

/** How a kernel finds out which segments are lost, before a timer says so. One for each connection. */
interface LossDetection {

  /** A segment has come; its marks are those from before. */
  void delivered(TcpSock sock, SkBuff skb);

  /**
   * After an acknowledgement: marks what is lost.
   *
   * @return after how many microseconds to look again, or 0
   */
  long identify(TcpSock sock);

  /** That time is over: marks what is lost. */
  void expire(TcpSock sock);

  /** Whether the retransmission timer takes a segment that is not the first for lost. */
  boolean isLostByTimeout(TcpSock sock, SkBuff skb);

  /** {@code rack.dsack_seen}: something was sent twice for nothing. */
  default void duplicateSeen() {
  }

  /** {@code tcp_rack_update_reo_wnd}, after what was delivered by an acknowledgement has been counted. */
  default void adapt(TcpSock sock) {
  }

  /** All that was lost has arrived. */
  default void recovered() {
  }
}
