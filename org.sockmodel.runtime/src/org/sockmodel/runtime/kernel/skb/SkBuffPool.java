package org.sockmodel.runtime.kernel.skb;

/** Packets of one machine that nobody holds. Allocates only while more packets are held than ever before. */
public final class SkBuffPool {

  private static final long FIRST_ADDRESS = 0xffff888100000000L;
  private static final long STRIDE_BYTES = 256;

  private final Heads heads;
  private SkBuff free;
  private long made;

  /**
   * How large the pieces are that packets' headers get.
   *
   * @param smallBytes {@code SKB_SMALL_HEAD_CACHE_SIZE}; 0 if the kernel has no such cache
   * @param maxTcpHeaderBytes {@code MAX_TCP_HEADER}
   */
  public record Heads(int smallBytes, int maxTcpHeaderBytes) {
  }

  public SkBuffPool(Heads heads) {
    this.heads = heads;
  }

  public SkBuff allocate() {
    SkBuff skb = free;
    if (skb == null) {
      return new SkBuff(FIRST_ADDRESS + STRIDE_BYTES * made++, heads);
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
