package org.sockmodel.runtime.kernel.nic;

/**
 * {@code e1000_update_itr} and {@code e1000_set_itr}, {@code drivers/net/ethernet/intel/e1000e/netdev.c}, and the same
 * of e1000: one of three rates of interrupts, by the packets and bytes of each poll, the lower one of what came and of
 * what was sent; a higher rate is approached by quarters.
 */
public final class IntervalByLatency implements AdaptiveThrottling.IntervalChoice {

  private static final long NS_PER_SECOND = 1_000_000_000;
  private static final int ETHERNET_HEADER_BYTES = 14;
  /** {@code adapter->itr} when the device is opened. */
  private static final long FIRST_PER_SECOND = 20_000;
  private static final int RAISES_BY_PART = 4;

  private final boolean conservative;
  private Latency received = Latency.LOWEST;
  private Latency sent = Latency.LOWEST;
  private long perSecond = FIRST_PER_SECOND;

  /** {@code enum latency_range}. */
  private enum Latency {

    LOWEST(70_000), LOW(20_000), BULK(4_000);

    private final long perSecond;

    Latency(long perSecond) {
      this.perSecond = perSecond;
    }
  }

  /**
   * @param conservative whether the highest rate is never chosen: {@code rx-usecs 3}, not 1
   */
  public IntervalByLatency(boolean conservative) {
    this.conservative = conservative;
  }

  @Override
  public long firstNs() {
    return NS_PER_SECOND / perSecond;
  }

  @Override
  public long nextNs(long packets, long ipBytes, long sentPackets, long sentBytes) {
    received = next(received, packets, ipBytes + packets * ETHERNET_HEADER_BYTES);
    sent = next(sent, sentPackets, sentBytes + sentPackets * ETHERNET_HEADER_BYTES);
    long wanted = Math.min(received.perSecond, sent.perSecond);
    perSecond = Math.min(perSecond + wanted / RAISES_BY_PART, wanted);
    return NS_PER_SECOND / perSecond;
  }

  private Latency next(Latency latency, long packets, long bytes) {
    Latency next = packets == 0 ? latency : of(latency, packets, bytes);
    return conservative && next == Latency.LOWEST ? Latency.LOW : next;
  }

  private static Latency of(Latency latency, long packets, long bytes) {
    return switch (latency) {
      case LOWEST -> bytes / packets > 8000 ? Latency.BULK : packets < 5 && bytes > 512 ? Latency.LOW : latency;
      case LOW -> bytes > 10_000 ? ofMuch(packets, bytes)
          : bytes / packets > 2000 ? Latency.BULK : packets <= 2 && bytes < 512 ? Latency.LOWEST : latency;
      case BULK -> bytes > 25_000 ? packets > 35 ? Latency.LOW : latency : bytes < 6000 ? Latency.LOW : latency;
    };
  }

  private static Latency ofMuch(long packets, long bytes) {
    if (packets < 10 || bytes / packets > 1200) {
      return Latency.BULK;
    }
    return packets > 35 ? Latency.LOWEST : Latency.LOW;
  }
}
