package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;

/**
 * Segments that came before one that is missing: {@code tp->out_of_order_queue}, in the order of the stream. A list,
 * while Linux has had a tree since 4.9: the next segment of the stream costs O(1), another one O(segments).
 */
final class OutOfOrderQueue {

  private final SkBuffHead segments = new SkBuffHead();

  boolean isEmpty() {
    return segments.isEmpty();
  }

  /** Adds a segment; false if all of it is here already. */
  boolean add(SkBuff skb) {
    SkBuff previous = segments.peekTail();
    if (previous != null && previous.tcp().seq() > skb.tcp().seq()) {
      previous = before(skb.tcp().seq());
    }
    if (previous != null && previous.tcp().endSeq() >= skb.tcp().endSeq()) {
      return false;
    }
    segments.addAfter(previous, skb);
    return true;
  }

  /** Takes the first segment if it is not ahead of {@code rcvNxt}; otherwise null. */
  SkBuff pollUpTo(long rcvNxt) {
    SkBuff first = segments.peek();
    return first == null || first.tcp().seq() > rcvNxt ? null : segments.poll();
  }

  /** Takes the last segment, which is the one to be missed the latest; null if there is none. */
  SkBuff pollLast() {
    return segments.isEmpty() ? null : segments.pollLast();
  }

  private SkBuff before(long seq) {
    SkBuff found = null;
    for (SkBuff skb = segments.peek(); skb.tcp().seq() <= seq; skb = skb.next()) {
      found = skb;
    }
    return found;
  }
}
