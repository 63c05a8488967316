package org.sockmodel.runtime.kernel.netdev;

/**
 * {@code struct sd_flow_limit} with {@code skb_flow_limit}, {@code net/core/dev.c}: of the packets that a CPU puts into
 * a backlog which is half full, those of a flow that sent more than half of the last ones are dropped, so that small
 * flows still get through. Cost: constant; allocates nothing.
 */
public final class FlowLimit {

  /** {@code FLOW_LIMIT_HISTORY}. */
  private static final int HISTORY = 128;

  private final int[] buckets;
  private final int[] history = new int[HISTORY];
  private int head;
  private long count;

  /**
   * @param buckets {@code net.core.flow_limit_table_len}, rounded up to a power of two
   */
  public FlowLimit(int buckets) {
    this.buckets = new int[RpsSockFlowTable.powerOfTwo(buckets)];
  }

  /** Whether a packet of a flow is one too many for a backlog of which so many of {@code maxPackets} are taken. */
  public boolean exceeds(int flowHash, int packets, int maxPackets) {
    if (packets < maxPackets >> 1) {
      return false;
    }
    int flow = flowHash & buckets.length - 1;
    int oldest = history[head];
    history[head] = flow;
    head = head + 1 & HISTORY - 1;
    if (buckets[oldest] > 0) {
      buckets[oldest]--;
    }
    boolean exceeds = ++buckets[flow] > HISTORY >> 1;
    count += exceeds ? 1 : 0;
    return exceeds;
  }

  /** How many packets were too many. */
  long count() {
    return count;
  }
}
