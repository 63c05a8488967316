package org.sockmodel.runtime.kernel.skb;

/** Packets of one machine that nobody holds. Allocates only while more packets are held than ever before. */
public final class SkBuffPool {

  private static final long FIRST_ADDRESS = 0xffff888100000000L;
  private static final long STRIDE_BYTES = 256;

  private SkBuff free;
  private long made;

  public SkBuff allocate() {
    SkBuff skb = free;
    if (skb == null) {
      return new SkBuff(FIRST_ADDRESS + STRIDE_BYTES * made++);
    }
    free = skb.next;
    skb.next = null;
    return skb;
  }

  /** {@code consume_skb} or {@code kfree_skb}: the caller holds it no longer. */
  public void free(SkBuff skb) {
    skb.release();
    skb.next = free;
    free = skb;
  }
}
