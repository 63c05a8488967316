package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;

/**
 * {@code tcp_collapse}, {@code net/ipv4/tcp_input.c}: copies what takes much more memory than it has data, and all
 * behind it, into as few packets as it fits into; the end of the stream stays as it is. Cost: O(segments).
 */
final class TcpCollapse {

  /** {@code SKB_MAX_ORDER(0, 0)}: how much data fits into a packet whose head is one page. */
  private static final int MOST_BYTES = 3776;

  /** So much of the buffer may be in small segments with gaps between them before the search for others ends. */
  private static final int TINY_PART = 8;

  private final SkBuffPool pool;

  TcpCollapse(SkBuffPool pool) {
    this.pool = pool;
  }

  /** Of the receive queue. */
  void collapse(TcpSock sock) {
    SkBuffHead queue = sock.receiveQueue();
    collapse(sock, queue, queue.length(), sock.copiedSeq);
  }

  /** {@code tcp_collapse_ofo_queue}: each stretch without a gap by itself, but no small segment alone. */
  void collapseAside(TcpSock sock) {
    SkBuffHead queue = sock.outOfOrder.segments();
    int tinyBytes = 0;
    for (int left = queue.length(); left > 0;) {
      SkBuff first = queue.peek();
      int segments = stretch(first, left);
      left -= segments;
      if (segments == 1 && first.payloadBytes() < MOST_BYTES) {
        tinyBytes += first.truesizeBytes();
        queue.add(queue.poll());
      } else if (tinyBytes > sock.rcvbufBytes() / TINY_PART) {
        keep(queue, segments);
      } else {
        collapse(sock, queue, segments, first.tcp().seq());
      }
    }
  }

  /** How many of so many segments follow each other without a gap. */
  private static int stretch(SkBuff first, int most) {
    int segments = 1;
    long endSeq = first.tcp().endSeq();
    for (SkBuff next = first.next(); segments < most && next.tcp().seq() <= endSeq; next = next.next()) {
      endSeq = Math.max(endSeq, next.tcp().endSeq());
      segments++;
    }
    return segments;
  }

  private static void keep(SkBuffHead queue, int segments) {
    for (int left = segments; left > 0; left--) {
      queue.add(queue.poll());
    }
  }

  /** The first {@code segments} of the queue go to its end, collapsed from the first on that is worth it. */
  private void collapse(TcpSock sock, SkBuffHead queue, int segments, long startSeq) {
    long endSeq = endSeq(queue, segments);
    long seq = startSeq;
    boolean begun = false;
    for (int left = segments; left > 0; left--) {
      SkBuff skb = queue.poll();
      begun |= isWasteful(sock, skb, seq) || left > 1 && queue.peek().tcp().seq() != skb.tcp().endSeq();
      if (begun && !skb.tcp().has(TcpHeader.FIN)) {
        for (seq = Math.max(seq, skb.tcp().seq()); seq < skb.tcp().endSeq();) {
          seq = copy(sock, queue, skb, seq, endSeq);
        }
        sock.count(SnmpCounter.TCP_EXT_RCV_COLLAPSED);
        sock.uncharge(skb);
        pool.free(skb);
      } else {
        queue.add(skb);
        seq = skb.tcp().endSeq();
      }
    }
  }

  /** Where the data of so many segments ends, without the end of the stream. */
  private static long endSeq(SkBuffHead queue, int segments) {
    long endSeq = 0;
    SkBuff skb = queue.peek();
    for (int left = segments; left > 0; left--) {
      endSeq = skb.tcp().has(TcpHeader.FIN) ? endSeq : Math.max(endSeq, skb.tcp().endSeq());
      skb = skb.next();
    }
    return endSeq;
  }

  /** Whether it is worth the copy: much memory for its data, or part of it is needless. */
  private static boolean isWasteful(TcpSock sock, SkBuff skb, long startSeq) {
    return sock.window.windowOf(skb.truesizeBytes()) > skb.payloadBytes() || skb.tcp().seq() < startSeq;
  }

  /** A packet for the data from {@code seq} on, as much as it has room for; returns where it ends. */
  private long copy(TcpSock sock, SkBuffHead queue, SkBuff skb, long seq, long endSeq) {
    int bytes = (int) Math.min(MOST_BYTES, endSeq - seq);
    SkBuff packet = pool.allocate().fill(skb.device(), skb.protocol(), skb.port(), bytes).from(skb.sourcePort())
        .between(skb.sourceAddress(), skb.destinationAddress()).copied();
    packet.tcp().sequence(seq, bytes, TcpHeader.ACK);
    queue.add(packet);
    sock.own(packet);
    return packet.tcp().endSeq();
  }
}
