package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;
import org.sockmodel.runtime.kernel.skb.TcpHeader;

/**
 * Segments that came before one that is missing: {@code tp->out_of_order_queue}, in the order of the stream. A list,
 * while Linux has had a tree since 4.9: the next segment of the stream costs O(1), another one O(segments).
 */
final class OutOfOrderQueue {

  private final SkBuffHead segments = new SkBuffHead();

  boolean isEmpty() {
    return segments.isEmpty();
  }

  /** The end of what has come, which must be something. */
  long endSeq() {
    return peekLast().tcp().endSeq();
  }

  /** The last segment, or null: {@code ooo_last_skb}. */
  SkBuff peekLast() {
    return segments.peekTail();
  }

  /** All that has come out of order, by its sequence. */
  SkBuffHead segments() {
    return segments;
  }

  /**
   * Adds a segment; false if all of it is here already.
   *
   * @param acks is told what came twice
   */
  boolean add(SkBuff skb, SelectiveAcks acks) {
    TcpHeader tcp = skb.tcp();
    SkBuff previous = segments.peekTail();
    if (previous != null && previous.tcp().seq() > tcp.seq()) {
      previous = before(tcp.seq());
    }
    if (previous != null && previous.tcp().endSeq() > tcp.seq()) {
      acks.duplicate(tcp.seq(), Math.min(previous.tcp().endSeq(), tcp.endSeq()));
      if (previous.tcp().endSeq() >= tcp.endSeq()) {
        return false;
      }
    }
    segments.addAfter(previous, skb);
    return true;
  }

  /** Takes the segment behind {@code skb} if there is nothing in it that {@code skb} has not; otherwise null. */
  SkBuff pollCovered(SkBuff skb, SelectiveAcks acks) {
    SkBuff next = skb.next();
    if (next == null || next.tcp().seq() >= skb.tcp().endSeq()) {
      return null;
    }
    acks.duplicate(next.tcp().seq(), Math.min(next.tcp().endSeq(), skb.tcp().endSeq()));
    return next.tcp().endSeq() <= skb.tcp().endSeq() ? segments.pollAfter(skb) : null;
  }

  /** Takes the first segment if it is not ahead of {@code rcvNxt}; otherwise null. */
  SkBuff pollUpTo(long rcvNxt) {
    SkBuff first = segments.peek();
    return first == null || first.tcp().seq() > rcvNxt ? null : segments.poll();
  }

  /** Takes the last segment, which is the one to be missed the latest; there must be one. */
  SkBuff pollLast() {
    return segments.pollLast();
  }

  private SkBuff before(long seq) {
    SkBuff found = null;
    for (SkBuff skb = segments.peek(); skb.tcp().seq() <= seq; skb = skb.next()) {
      found = skb;
    }
    return found;
  }
}
