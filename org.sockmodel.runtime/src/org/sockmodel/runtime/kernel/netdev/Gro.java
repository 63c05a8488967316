package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.skb.FlowKeys;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.uapi.IpProtocol;

/**
 * Generic receive offload of one NAPI context, {@code net/core/gro.c} with {@code tcp_gro_receive}: TCP segments that
 * follow each other become one packet, up to 64 KiB: those of a poll, and those of the next ones too while a timer
 * bounds how long they are held ({@code gro_flush_timeout}). What is complete waits in a list until enough segments
 * wait or the poll ends. UDP is not merged, as long as no socket asks for it.
 *
 * <p>A segment is held only if it carries data and no flag but ACK, and ends what is held if it carries PSH or FIN or
 * is shorter than the first one. Time stamps of segments that follow each other are taken to be equal. Cost: a
 * comparison with each held flow of the bucket; no allocation.
 */
public final class Gro {

  /** {@code GRO_HASH_BUCKETS}. */
  private static final int BUCKETS = 8;
  /** A jiffy that never is: all is held since another one. */
  private static final long NO_JIFFY = -1;

  /** {@code MAX_GRO_SKBS}. */
  private static final int MOST_IN_BUCKET = 8;

  /** {@code GRO_LEGACY_MAX_SIZE}, {@code gro_max_size} of a device. */
  private static final int MAX_BYTES = 65_536;

  /** {@code SKB_DATA_ALIGN(sizeof(struct sk_buff))}, which a merged segment no longer needs. */
  private static final int STRUCT_BYTES = 256;

  private static final int ENDING_FLAGS = TcpHeader.FIN | TcpHeader.SYN | TcpHeader.RST | TcpHeader.PSH;

  private final SkBuffPool pool;
  private final boolean on;
  private final int batchSegments;
  private final SkBuff[][] held = new SkBuff[BUCKETS][MOST_IN_BUCKET];
  private final long[][] heldSince = new long[BUCKETS][MOST_IN_BUCKET];
  private final int[] heldCounts = new int[BUCKETS];
  private int heldCount;
  private final SkBuffHead complete = new SkBuffHead();
  private int completeSegments;

  /**
   * @param on {@code ethtool -K gro}
   * @param batchSegments {@code gro_normal_batch}: so many segments are handed up before the poll ends
   */
  public Gro(SkBuffPool pool, boolean on, int batchSegments) {
    this.pool = pool;
    this.on = on;
    this.batchSegments = batchSegments;
  }

  /**
   * {@code dev_gro_receive}: takes a packet.
   *
   * @param nowNs in whose jiffy what is held from now on came, {@code NAPI_GRO_CB(skb)->age}
   */
  public void receive(SkBuff skb, long nowNs) {
    if (!on || skb.protocol() != IpProtocol.IPPROTO_TCP || skb.memory().isDamaged()) {
      complete(skb);
      return;
    }
    int bucket = FlowKeys.hash(skb) & BUCKETS - 1;
    int place = find(bucket, skb);
    if (place >= 0) {
      SkBuff first = held[bucket][place];
      if (follows(first, skb)) {
        merge(bucket, place, skb);
        return;
      }
      release(bucket, place);
    }
    if (skb.payloadBytes() == 0 || (skb.tcp().flags() & ENDING_FLAGS) != 0) {
      complete(skb);
    } else {
      hold(bucket, skb, Scheduler.jiffy(nowNs));
    }
  }

  /** Whether so much is complete that it is to be handed up. */
  public boolean isBatchFull() {
    return completeSegments >= batchSegments;
  }

  /** {@code napi_gro_flush}: nothing is held any longer. */
  public void flush() {
    flushOlder(NO_JIFFY);
  }

  /** The same of what is held since another jiffy than {@code jiffy}, so that nothing is held for long. */
  public void flushOlder(long jiffy) {
    if (!isHolding()) {
      return;
    }
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      while (heldCounts[bucket] > 0 && heldSince[bucket][0] != jiffy) {
        release(bucket, 0);
      }
    }
  }

  /** {@code napi->gro_bitmask}: whether anything is held. */
  public boolean isHolding() {
    return heldCount > 0;
  }

  /** {@code gro_normal_list}: the next packet to be handed up; null if there is none. */
  public SkBuff poll() {
    SkBuff skb = complete.poll();
    if (skb == null) {
      completeSegments = 0;
    }
    return skb;
  }

  private int find(int bucket, SkBuff skb) {
    for (int i = 0; i < heldCounts[bucket]; i++) {
      if (FlowKeys.areSame(held[bucket][i], skb)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean follows(SkBuff first, SkBuff skb) {
    int other = (first.tcp().flags() ^ skb.tcp().flags()) & ~(TcpHeader.FIN | TcpHeader.PSH);
    return other == 0 && first.tcp().ackSeq() == skb.tcp().ackSeq() && first.tcp().endSeq() == skb.tcp().seq()
        && skb.payloadBytes() > 0 && skb.payloadBytes() <= first.gsoSizeBytes()
        && first.lengthBytes() + skb.payloadBytes() < MAX_BYTES;
  }

  /** {@code skb_gro_receive}: the segment's data goes on in the packet that is held. */
  private void merge(int bucket, int place, SkBuff skb) {
    SkBuff first = held[bucket][place];
    boolean ends = skb.payloadBytes() < first.gsoSizeBytes() || (skb.tcp().flags() & ENDING_FLAGS) != 0;
    first.merge(skb, skb.truesizeBytes() - STRUCT_BYTES);
    pool.free(skb);
    if (ends) {
      release(bucket, place);
    }
  }

  private void hold(int bucket, SkBuff skb, long jiffy) {
    if (heldCounts[bucket] == MOST_IN_BUCKET) {
      release(bucket, 0);
    }
    heldSince[bucket][heldCounts[bucket]] = jiffy;
    held[bucket][heldCounts[bucket]++] = skb;
    heldCount++;
  }

  /** {@code napi_gro_complete}. */
  private void release(int bucket, int place) {
    SkBuff skb = held[bucket][place];
    int after = --heldCounts[bucket] - place;
    System.arraycopy(held[bucket], place + 1, held[bucket], place, after);
    System.arraycopy(heldSince[bucket], place + 1, heldSince[bucket], place, after);
    held[bucket][heldCounts[bucket]] = null;
    heldCount--;
    complete(skb);
  }

  /** {@code gro_normal_one}. */
  private void complete(SkBuff skb) {
    complete.add(skb);
    completeSegments += skb.gsoSegments();
  }
}
