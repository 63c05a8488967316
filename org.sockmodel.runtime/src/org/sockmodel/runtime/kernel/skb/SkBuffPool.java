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

    /** What a packet takes beside its data: the structure itself, and {@code skb_shared_info} behind the data. */
    private static final int STRUCTURE_BYTES = 256;
    private static final int SHARED_INFO_BYTES = 320;
    private static final int CACHE_LINE_BYTES = 64;

    /** {@code SKB_TRUESIZE} of what {@code kmalloc_reserve} gives for so much of headers and data. */
    int truesizeBytes(int roomBytes) {
      return truesizeBytes(roomBytes, smallBytes);
    }

    static int truesizeBytes(int roomBytes, int smallHeadBytes) {
      int lines = (roomBytes + CACHE_LINE_BYTES - 1) / CACHE_LINE_BYTES;
      int data = lines * CACHE_LINE_BYTES + SHARED_INFO_BYTES;
      int piece = data <= smallHeadBytes ? smallHeadBytes : Integer.highestOneBit(data - 1) << 1;
      return piece + STRUCTURE_BYTES;
    }

    /** What a linear packet of this memory can hold of headers and data. */
    static int dataBytes(int truesizeBytes) {
      return truesizeBytes - STRUCTURE_BYTES - SHARED_INFO_BYTES;
    }
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

  /** {@code consume_skb} or {@code kfree_skb}: the caller holds it no longer, nor the fragments that it is made of. */
  public void free(SkBuff skb) {
    SkBuff fragment = skb.fragments();
    while (fragment != null) {
      SkBuff following = fragment.next;
      put(fragment);
      fragment = following;
    }
    put(skb);
  }

  private void put(SkBuff skb) {
    skb.release();
    skb.next = free;
    free = skb;
  }
}
