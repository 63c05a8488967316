package org.sockmodel.runtime.kernel.skb;

/**
 * The option of a TCP header that tells what came out of order (RFC 2018), or twice (RFC 2883): up to four blocks of
 * the stream, {@code struct tcp_sack_block_wire}, {@code include/linux/tcp.h}.
 */
public final class SackOption {

  /** {@code TCP_NUM_SACKS}. */
  public static final int MOST_BLOCKS = 4;

  /** {@code TCPOLEN_SACK_BASE_ALIGNED} and {@code TCPOLEN_SACK_PERBLOCK}. */
  private static final int BASE_BYTES = 4;
  private static final int BLOCK_BYTES = 8;

  private final long[] starts = new long[MOST_BLOCKS];
  private final long[] ends = new long[MOST_BLOCKS];
  private int blocks;
  private boolean duplicate;

  void clear() {
    blocks = 0;
    duplicate = false;
  }

  void copy(SackOption other) {
    clear();
    duplicate = other.duplicate;
    for (int i = 0; i < other.blocks; i++) {
      add(other.starts[i], other.ends[i]);
    }
  }

  /** Adds a block, from {@code startSeq} to before {@code endSeq}. */
  public void add(long startSeq, long endSeq) {
    starts[blocks] = startSeq;
    ends[blocks++] = endSeq;
  }

  /** The first block tells what came twice: a D-SACK. */
  public void addDuplicate(long startSeq, long endSeq) {
    duplicate = true;
    add(startSeq, endSeq);
  }

  /** {@code tcp_check_dsack}: whether the first block is of what came twice. */
  public boolean isDuplicate() {
    return duplicate;
  }

  public int blocks() {
    return blocks;
  }

  public long start(int block) {
    return starts[block];
  }

  public long end(int block) {
    return ends[block];
  }

  int bytes() {
    return blocks == 0 ? 0 : BASE_BYTES + blocks * BLOCK_BYTES;
  }
}
