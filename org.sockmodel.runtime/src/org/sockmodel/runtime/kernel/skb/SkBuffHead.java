package org.sockmodel.runtime.kernel.skb;

/** A queue of packets: {@code struct sk_buff_head}. A packet is in one queue at a time. */
public final class SkBuffHead {

  /** {@code MAX_SKB_FRAGS}: pages that the data of one packet may stand in. */
  private static final int MAX_PAGE_FRAGMENTS = 17;

  private SkBuff first;
  private SkBuff last;
  private int length;

  /** {@code __skb_queue_tail}. */
  public void add(SkBuff skb) {
    if (first == null) {
      first = skb;
    } else {
      last.next = skb;
    }
    last = skb;
    length++;
  }

  /** {@code __skb_queue_after}: behind a packet of this queue, or as the first if {@code previous} is null. */
  public void addAfter(SkBuff previous, SkBuff skb) {
    if (previous == last || first == null) {
      add(skb);
      return;
    }
    skb.next = previous == null ? first : previous.next;
    if (previous == null) {
      first = skb;
    } else {
      previous.next = skb;
    }
    length++;
  }

  /** Takes the last packet, which costs O(length). */
  public SkBuff pollLast() {
    if (first == last) {
      return poll();
    }
    SkBuff previous = first;
    while (previous.next != last) {
      previous = previous.next;
    }
    return pollAfter(previous);
  }

  /** Takes the packet behind one of this queue. */
  public SkBuff pollAfter(SkBuff previous) {
    SkBuff skb = previous.next;
    previous.next = skb.next;
    skb.next = null;
    if (skb == last) {
      last = previous;
    }
    length--;
    return skb;
  }

  /** {@code skb_peek}: the first packet, or null. */
  public SkBuff peek() {
    return first;
  }

  /** {@code skb_peek_next} again and again: the packet behind so many unread bytes, or null; costs O(length). */
  public SkBuff peekBehind(long unreadBytes) {
    SkBuff skb = first;
    long left = unreadBytes;
    while (skb != null && left >= skb.unreadBytes()) {
      left -= skb.unreadBytes();
      skb = skb.next;
    }
    return skb;
  }

  /** {@code skb_peek_tail}: the last packet, or null. */
  public SkBuff peekTail() {
    return first == null ? null : last;
  }

  /**
   * {@code skb_fill_page_desc}, or {@code skb_frag_size_add}: adds data to the last packet.
   *
   * @param elsewhere whether it does not follow in memory what the packet has
   */
  public void appendToTail(int payloadBytes, boolean elsewhere) {
    int fragments = last.pageFragments + (elsewhere ? 1 : 0);
    last.append(payloadBytes);
    last.pageFragments = fragments;
  }

  /** {@code tcp_try_coalesce}: the last packet takes over another's data, unless that is in too many pages. */
  public boolean coalesce(SkBuff skb) {
    if (first == null || last.isCloned() || !last.isPaged() || !skb.isPaged()
        || last.pageFragments + skb.pageFragments > MAX_PAGE_FRAGMENTS) {
      return false;
    }
    int fragments = last.pageFragments + skb.pageFragments;
    last.append(skb.payloadBytes());
    last.tcp().append(skb.tcp());
    last.pageFragments = fragments;
    return true;
  }

  /** {@code __skb_dequeue}: takes the first packet, or null. */
  public SkBuff poll() {
    SkBuff skb = first;
    if (skb != null) {
      first = skb.next;
      skb.next = null;
      length--;
    }
    return skb;
  }

  /** Takes all packets, as they follow each other by {@link SkBuff#next}. */
  public SkBuff pollAll() {
    SkBuff all = first;
    first = null;
    length = 0;
    return all;
  }

  public boolean isEmpty() {
    return first == null;
  }

  /** {@code qlen}. */
  public int length() {
    return length;
  }
}
