package org.sockmodel.runtime.kernel.skb;

/**
 * What a segment's TCP header says: {@code struct tcphdr} with {@code TCP_SKB_CB}, {@code include/net/tcp.h}. Sequence
 * numbers count without wrapping; a trace shows their lower 32 bits.
 */
public final class TcpHeader {

  public static final int FIN = 1;
  public static final int SYN = 2;
  public static final int RST = 4;
  public static final int PSH = 8;
  public static final int ACK = 16;

  /** Header of a SYN with its options, in bytes. */
  private static final int SYN_HEADER_BYTES = 40;

  /** Header without options, in bytes. */
  private static final int BARE_HEADER_BYTES = 20;

  /** {@code TCPCB_SACKED_ACKED}: the peer has it, though not all before it. */
  public static final int SACKED_ACKED = 1;
  /** {@code TCPCB_SACKED_RETRANS}: sent again, and not lost since then. */
  public static final int SACKED_RETRANS = 2;
  /** {@code TCPCB_LOST}. */
  public static final int LOST = 4;
  /** {@code TCPCB_EVER_RETRANS}: its acknowledgement may be that of either. */
  public static final int EVER_RETRANS = 128;

  private long seq;
  private long endSeq;
  private long ackSeq;
  private int flags;
  private int windowBytes;
  private boolean bare;
  private long timestampMs;
  private long echoMs;
  private int sacked;
  private SackOption sack;
  private PageFrag pageFrag;
  private long page;
  private final TxState tx = new TxState();

  void clear() {
    tx.clear();
    release();
    sacked = 0;
    if (sack != null) {
      sack.clear();
    }
    seq = 0;
    endSeq = 0;
    ackSeq = 0;
    flags = ACK;
    windowBytes = 0;
    bare = false;
    timestampMs = 0;
    echoMs = 0;
  }

  void copy(TcpHeader other) {
    seq = other.seq;
    endSeq = other.endSeq;
    ackSeq = other.ackSeq;
    flags = other.flags;
    windowBytes = other.windowBytes;
    bare = other.bare;
    timestampMs = other.timestampMs;
    echoMs = other.echoMs;
    if (other.hasSack()) {
      sack().copy(other.sack);
    }
    share(other);
  }

  /** Sets where the segment stands; SYN and FIN count as a byte each. */
  public void sequence(long from, int payloadBytes, int newFlags) {
    seq = from;
    flags = newFlags;
    endSeq = from + payloadBytes + (has(SYN) ? 1 : 0) + (has(FIN) ? 1 : 0);
  }

  /** Sets what the segment acknowledges and which window it offers. */
  public void acknowledge(long newAckSeq, int newWindowBytes) {
    ackSeq = newAckSeq;
    windowBytes = newWindowBytes;
  }

  /** {@code tsval}: when it was sent, by the sender's clock; 0 if nobody knows. */
  public long timestampMs() {
    return timestampMs;
  }

  /** {@code tsecr}: the newest time by the peer's clock that the sender knows. */
  public long echoMs() {
    return echoMs;
  }

  public void timestamps(long ms, long newEchoMs) {
    timestampMs = ms;
    echoMs = newEchoMs;
  }

  /** Whether there are blocks. */
  public boolean hasSack() {
    return sack != null && sack.blocks() > 0;
  }

  /** The blocks of what came out of order. */
  public SackOption sack() {
    if (sack == null) {
      sack = new SackOption();
    }
    return sack;
  }

  /** {@code TCP_SKB_CB(skb)->sacked}: whether the sender knows any of this of the segment; no copy has it. */
  public boolean isMarked(int marks) {
    return (sacked & marks) != 0;
  }

  public void mark(int marks) {
    sacked |= marks;
  }

  public void unmark(int marks) {
    sacked &= ~marks;
  }

  /** A part of {@code whole} has the marks of the whole. */
  public void markAs(TcpHeader whole) {
    sacked = whole.sacked;
    tx.copy(whole.tx);
  }

  /** What was delivered when the segment was sent; no copy has it. */
  public TxState tx() {
    return tx;
  }

  /** Leaves the options out, as a reset does that no socket sends. */
  public void bare() {
    bare = true;
  }

  /** Lengthens the segment by data. */
  public void append(int bytes) {
    endSeq += bytes;
  }

  /** Lengthens the segment by the one that follows it. */
  public void append(TcpHeader following) {
    endSeq = following.endSeq;
    flags |= following.flags;
    if (following.pageFrag != null) {
      share(following);
    }
  }

  /** {@code skb_fill_page_desc}: the data that has been added stands in the page that {@code frag} is at. */
  public void standIn(PageFrag frag) {
    if (pageFrag != frag || !frag.isNow(page)) {
      release();
      pageFrag = frag;
      page = frag.hold();
    }
  }

  /** {@code skb_frag_ref}: the last of the data stands where that of another packet does. */
  public void share(TcpHeader other) {
    release();
    pageFrag = other.pageFrag;
    page = other.page;
    if (pageFrag != null) {
      pageFrag.hold(page);
    }
  }

  /** The packet is freed, and its data with it. */
  void release() {
    if (pageFrag != null) {
      pageFrag.drop(page);
      pageFrag = null;
    }
  }

  public void add(int flag) {
    if (!has(flag)) {
      flags |= flag;
      endSeq += flag == FIN ? 1 : 0;
    }
  }

  public int flags() {
    return flags;
  }

  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  public long seq() {
    return seq;
  }

  /** {@code end_seq}: the sequence number after the segment. */
  public long endSeq() {
    return endSeq;
  }

  public long ackSeq() {
    return ackSeq;
  }

  public int windowBytes() {
    return windowBytes;
  }

  boolean isChargedWithoutData() {
    return !bare && (has(FIN) || has(RST) || has(SYN) && !has(ACK));
  }

  int headerBytes() {
    if (bare) {
      return BARE_HEADER_BYTES;
    }
    return (has(SYN) ? SYN_HEADER_BYTES : SkBuff.TCP_HEADER_BYTES) + (hasSack() ? sack.bytes() : 0);
  }
}
