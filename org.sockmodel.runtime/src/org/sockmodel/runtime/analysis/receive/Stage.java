package org.sockmodel.runtime.analysis.receive;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

/**
 * The stages of a message's way. A message has those whose two ends the trace shows; they follow each other without
 * gaps, and {@link #TOTAL} spans them. Names are stable.
 */
public enum Stage {
  /** {@code nic_rx} to {@code irq_handler_entry}: DMA, moderation, masks. Only traces of simulated cards. */
  NIC_TO_HARDIRQ("nic_to_hardirq", Point.ARRIVED, Point.HARDIRQ, Point.NEVER),
  /** {@code nic_rx} to {@code sk_data_ready} of what a busy reader polled itself. Only traces of simulated cards. */
  NIC_TO_SK_DATA_READY("nic_to_sk_data_ready", Point.ARRIVED, Point.SK_DATA_READY, Point.SOFTIRQ),
  /** {@code irq_handler_entry} to {@code softirq_entry} of NET_RX. */
  HARDIRQ_TO_SOFTIRQ("hardirq_to_softirq", Point.HARDIRQ, Point.SOFTIRQ, Point.NEVER),
  /** {@code net_dev_queue} of a sender on this machine to {@code softirq_entry}. */
  SEND_TO_SOFTIRQ("send_to_softirq", Point.SENT, Point.SOFTIRQ, Point.NEVER),
  /** {@code softirq_entry} to {@code sk_data_ready}. */
  SOFTIRQ_TO_SK_DATA_READY("softirq_to_sk_data_ready", Point.SOFTIRQ, Point.SK_DATA_READY, Point.NEVER),
  /** {@code softirq_entry} to {@code sched_waking}, for kernels without {@code sk_data_ready}. */
  SOFTIRQ_TO_WAKING("softirq_to_waking", Point.SOFTIRQ, Point.WAKING, Point.SK_DATA_READY),
  /** {@code sk_data_ready} to {@code sched_waking} of the reader. */
  SK_DATA_READY_TO_WAKING("sk_data_ready_to_waking", Point.SK_DATA_READY, Point.WAKING, Point.NEVER),
  /** {@code sk_data_ready} to the return, for messages that nobody had to be woken for. */
  SK_DATA_READY_TO_RETURN("sk_data_ready_to_return", Point.SK_DATA_READY, Point.RETURN, Point.WAKING),
  /** {@code sched_waking} to the {@code sched_switch} to the reader. */
  WAKING_TO_RUNNING("waking_to_running", Point.WAKING, Point.RUNNING, Point.NEVER),
  /** {@code sched_waking} to the return, where the trace shows no switch to the reader. */
  WAKING_TO_RETURN("waking_to_return", Point.WAKING, Point.RETURN, Point.RUNNING),
  /** {@code sched_switch} to the reader to the return of its call. */
  RUNNING_TO_RETURN("running_to_return", Point.RUNNING, Point.RETURN, Point.NEVER),
  /** First known point to the return. */
  TOTAL("total", Point.FIRST, Point.RETURN, Point.NEVER);

  private final String symbol;
  private final Point from;
  private final Point to;
  /** A way that is known to have been there has finer stages instead. */
  private final Point unless;

  Stage(String symbol, Point from, Point to, Point unless) {
    this.symbol = symbol;
    this.from = from;
    this.to = to;
    this.unless = unless;
  }

  /**
   * When the stage begins that a way has; unknown if it does not have it. A packet that arrives while its interrupt or
   * poll is already on the way joins that stage when it arrives, or when it is in memory.
   */
  public long startNs(Way way) {
    long startNs = way.atNs(from);
    boolean has = startNs != UNKNOWN_NS && way.atNs(unless) == UNKNOWN_NS;
    return has ? Math.max(startNs, joinedNs(way)) : UNKNOWN_NS;
  }

  /** When the stage ends: in the card, not before the packet is in memory. */
  public long endNs(Way way) {
    long endNs = way.atNs(to);
    return from == Point.ARRIVED && endNs != UNKNOWN_NS ? Math.max(endNs, way.atNs(Point.WRITTEN)) : endNs;
  }

  private long joinedNs(Way way) {
    long arrivedNs = way.atNs(Point.ARRIVED);
    return from == Point.ARRIVED ? arrivedNs : Math.max(arrivedNs, way.atNs(Point.WRITTEN));
  }

  /** How long the stage takes; unknown if the way does not have it. */
  public long durationNs(Way way) {
    long startNs = startNs(way);
    long endNs = endNs(way);
    boolean has = startNs != UNKNOWN_NS && endNs != UNKNOWN_NS && endNs >= joinedNs(way);
    return has ? endNs - startNs : UNKNOWN_NS;
  }

  /** Whether a way of which these points are known, a bit for each, may have the stage. */
  boolean isAmong(int knownPoints) {
    return from.isIn(knownPoints) && to.isIn(knownPoints) && !unless.isIn(knownPoints);
  }

  /** The stable name. */
  public String symbol() {
    return symbol;
  }
}
