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
   * @param napiSmallBytes {@code page_frag_1k}, for small packets of drivers; 0 if the kernel has none
   * @param maxTcpHeaderBytes {@code MAX_TCP_HEADER}
   */
  public record Heads(int smallBytes, int napiSmallBytes, int maxTcpHeaderBytes) {

    /** What a packet takes beside its data: the structure itself, and {@code skb_shared_info} behind the data. */
    private static final int STRUCTURE_BYTES = 256;
    private static final int SHARED_INFO_BYTES = 320;
    private static final int CACHE_LINE_BYTES = 64;
    private static final int NET_SKB_PAD_BYTES = 64;

    /** {@code SKB_TRUESIZE} of what {@code kmalloc_reserve} gives for so much of headers and data. */
    int truesizeBytes(int roomBytes) {
      return truesizeBytes(roomBytes, smallBytes);
    }

    static int truesizeBytes(int roomBytes, int smallHeadBytes) {
      int data = pieceBytes(roomBytes);
      int piece = data <= smallHeadBytes ? smallHeadBytes : Integer.highestOneBit(data - 1) << 1;
      return piece + STRUCTURE_BYTES;
    }

    /** The same of what {@code napi_alloc_skb} gives to a driver for a frame of so many bytes, less than a page. */
    public int napiTruesizeBytes(int frameBytes) {
      int data = pieceBytes(frameBytes + NET_SKB_PAD_BYTES);
      int smallest = Math.max(napiSmallBytes, smallBytes);
      return builtTruesizeBytes(Math.max(data, smallest));
    }

    /** The same of a piece that a driver has already, shared information included: {@code build_skb}. */
    public static int builtTruesizeBytes(int pieceBytes) {
      return pieceBytes + STRUCTURE_BYTES;
    }

    /** {@code SKB_HEAD_ALIGN}. */
    private static int pieceBytes(int roomBytes) {
      int lines = (roomBytes + CACHE_LINE_BYTES - 1) / CACHE_LINE_BYTES;
      return lines * CACHE_LINE_BYTES + SHARED_INFO_BYTES;
    }

    /** What a linear packet of this memory can hold of headers and data. */
    static int dataBytes(int truesizeBytes) {
      return truesizeBytes - STRUCTURE_BYTES - SHARED_INFO_BYTES;
    }
  }

  public SkBuffPool(Heads heads) {
    this.heads = heads;
  }

  public Heads heads() {
    return heads;
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
