package org.sockmodel.runtime.kernel.netdev;

/** One CPU's line of {@code /proc/net/softnet_stat}: counters of {@code struct softnet_data}. */
public final class SoftnetStat {

  long processed;
  long dropped;
  long timeSqueeze;
  long receivedRps;
  private FlowLimit limit;

  /** Says what counts the packets of large flows. */
  public void limitedBy(FlowLimit newLimit) {
    limit = newLimit;
  }

  /** Packets handed to protocols. */
  public long processed() {
    return processed;
  }

  /** Packets that the backlog did not take. */
  public long dropped() {
    return dropped;
  }

  /** How often a run of NET_RX ended since its budget was used up. */
  public long timeSqueeze() {
    return timeSqueeze;
  }

  /** Interrupts of other CPUs that steered packets here. */
  public long receivedRps() {
    return receivedRps;
  }

  /** Packets of large flows that this CPU did not put into a backlog: {@code flow_limit_count}. */
  public long flowLimitCount() {
    return limit == null ? 0 : limit.count();
  }
}
