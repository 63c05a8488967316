package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.skb.TcpHeader;

/**
 * {@code tcp_collapse}, {@code net/ipv4/tcp_input.c}, of the receive queue: copies what takes much more memory than it
 * has data, and all behind it, into as few packets as it fits into; not if the stream has ended. Cost: O(segments).
 */
final class TcpCollapse {

  /** {@code SKB_MAX_ORDER(0, 0)}: how much data fits into a packet whose head is one page. */
  private static final int MOST_BYTES = 3776;

  private final SkBuffPool pool;

  TcpCollapse(SkBuffPool pool) {
    this.pool = pool;
  }

  void collapse(TcpSock sock) {
    SkBuffHead queue = sock.receiveQueue();
    SkBuff collapsed = null;
    boolean begun = false;
    int segments = queue.isEmpty() || queue.peekTail().tcp().has(TcpHeader.FIN) ? 0 : queue.length();
    for (int left = segments; left > 0; left--) {
      SkBuff skb = queue.poll();
      begun |= isWasteful(sock, skb);
      if (begun) {
        collapsed = copy(sock, skb, collapsed);
        sock.uncharge(skb);
        pool.free(skb);
      } else {
        queue.add(skb);
      }
    }
  }

  /** Whether it is worth the copy: much memory for its data, or part of it has been read. */
  private static boolean isWasteful(TcpSock sock, SkBuff skb) {
    return sock.window.windowOf(skb.truesizeBytes()) > skb.payloadBytes() || skb.tcp().seq() < sock.copiedSeq;
  }

  /** Copies what nobody has read and {@code last}, the packet before, if any, has no room for; returns the last one. */
  private SkBuff copy(TcpSock sock, SkBuff skb, SkBuff last) {
    SkBuff to = last;
    long seq = Math.max(skb.tcp().seq(), sock.copiedSeq);
    if (last != null) {
      seq = Math.max(seq, last.tcp().endSeq());
    }
    while (seq < skb.tcp().endSeq()) {
      to = packet(sock, skb, seq);
      seq = to.tcp().endSeq();
    }
    return to;
  }

  /** The packet for the data from {@code seq} on, as much as it has room for. */
  private SkBuff packet(TcpSock sock, SkBuff skb, long seq) {
    int bytes = (int) Math.min(MOST_BYTES, sock.rcvNxt - seq);
    SkBuff packet = pool.allocate().fill(skb.device(), skb.protocol(), skb.port(), bytes).from(skb.sourcePort())
        .between(skb.sourceAddress(), skb.destinationAddress()).copied();
    packet.tcp().sequence(seq, bytes, TcpHeader.ACK);
    sock.receiveQueue().add(packet);
    sock.own(packet);
    return packet;
  }
}
