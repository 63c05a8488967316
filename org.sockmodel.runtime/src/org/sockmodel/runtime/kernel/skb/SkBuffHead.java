package org.sockmodel.runtime.kernel.skb;

/** A queue of packets: {@code struct sk_buff_head}. A packet is in one queue at a time. */
public final class SkBuffHead {

  private SkBuff first;
  private SkBuff last;
  private int length;
  private long bytes;

  /** {@code __skb_queue_tail}. */
  public void add(SkBuff skb) {
    if (first == null) {
      first = skb;
    } else {
      last.next = skb;
    }
    last = skb;
    length++;
    bytes += skb.payloadBytes();
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
    bytes += skb.payloadBytes();
  }

  /** Takes the last packet, which costs O(length). */
  public SkBuff pollLast() {
    SkBuff skb = last;
    if (first == skb) {
      return poll();
    }
    SkBuff previous = first;
    while (previous.next != skb) {
      previous = previous.next;
    }
    previous.next = null;
    last = previous;
    length--;
    bytes -= skb.payloadBytes();
    return skb;
  }

  /** {@code skb_peek}: the first packet, or null. */
  public SkBuff peek() {
    return first;
  }

  /** {@code skb_peek_tail}: the last packet, or null. */
  public SkBuff peekTail() {
    return first == null ? null : last;
  }

  /** Adds data to the last packet. */
  public void appendToTail(int payloadBytes) {
    last.append(payloadBytes);
    bytes += payloadBytes;
  }

  /** {@code __skb_dequeue}: takes the first packet, or null. */
  public SkBuff poll() {
    SkBuff skb = first;
    if (skb != null) {
      first = skb.next;
      skb.next = null;
      length--;
      bytes -= skb.payloadBytes();
    }
    return skb;
  }

  public boolean isEmpty() {
    return first == null;
  }

  /** {@code qlen}. */
  public int length() {
    return length;
  }

  /** Payload of all packets in the queue, in bytes. */
  public long payloadBytes() {
    return bytes;
  }
}
