package org.sockmodel.runtime.kernel.nic;

/**
 * {@code igb_update_ring_itr}, {@code drivers/net/ethernet/intel/igb/igb_main.c}: an interval that grows with the mean
 * size of the packets of a poll, of those that came or those that were sent.
 */
public final class IntervalBySize implements AdaptiveThrottling.IntervalChoice {

  /** {@code IGB_START_ITR} and {@code IGB_20K_ITR}, in quarters of a microsecond. */
  private static final long FIRST_UNITS = 648;
  private static final long CONSERVATIVE_UNITS = 196;
  /** The CRC, the preamble and the gap. */
  private static final int AROUND_FRAME_BYTES = 24;
  private static final int JUMBO_BYTES = 3000;

  private static final long UNIT_NS = 250;

  private final boolean conservative;
  private long units = FIRST_UNITS;

  /**
   * @param conservative whether the interval is never below that of 20000 interrupts a second: {@code rx-usecs 3}
   */
  public IntervalBySize(boolean conservative) {
    this.conservative = conservative;
  }

  @Override
  public long firstNs() {
    return FIRST_UNITS * UNIT_NS;
  }

  @Override
  public long nextNs(long packets, long ipBytes, long sentPackets, long sentBytes) {
    long largerMeanBytes = Math.max(mean(packets, ipBytes), mean(sentPackets, sentBytes));
    if (largerMeanBytes > 0) {
      long meanBytes = Math.min(largerMeanBytes + AROUND_FRAME_BYTES, JUMBO_BYTES);
      units = meanBytes > 300 && meanBytes < 1200 ? meanBytes / 3 : meanBytes / 2;
      units = conservative ? Math.max(units, CONSERVATIVE_UNITS) : units;
    }
    return units * UNIT_NS;
  }

  private static long mean(long packets, long bytes) {
    return packets == 0 ? 0 : bytes / packets;
  }
}
