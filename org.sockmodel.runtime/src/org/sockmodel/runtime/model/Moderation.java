package org.sockmodel.runtime.model;

/**
 * How a NIC and its NAPI instances hold interrupts back: {@code struct ethtool_coalesce} ({@code
 * include/uapi/linux/ethtool.h}) and the settings of {@code struct napi_struct}. Everything is off by default.
 */
public final class Moderation {

  private static final long UNSAID = -1;

  private boolean adaptive;
  private long rxUsecsNs = UNSAID;
  private int rxFramesPackets;
  private boolean cqeModeRx;
  private long txUsecsNs = UNSAID;
  private int txFramesPackets;
  private long groFlushTimeoutNs;
  private int napiDeferHardIrqs;
  private long irqSuspendTimeoutNs;

  /** Lets the driver choose by its load (DIM, {@code lib/dim/net_dim.c}). */
  public Moderation adaptive() {
    adaptive = true;
    return this;
  }

  /**
   * @param ns the kernel's {@code rx-usecs}, here in nanoseconds
   */
  public Moderation rxUsecs(long ns) {
    rxUsecsNs = ns;
    return this;
  }

  /** {@code rx-frames}: so many packets interrupt before the time is over; 0 for none. */
  public Moderation rxFrames(int packets) {
    rxFramesPackets = packets;
    return this;
  }

  /** Starts the time anew with every packet: {@code cqe-mode-rx on}. */
  public Moderation cqeModeRx() {
    cqeModeRx = true;
    return this;
  }

  /**
   * @param ns the kernel's {@code tx-usecs}, here in nanoseconds
   */
  public Moderation txUsecs(long ns) {
    txUsecsNs = ns;
    return this;
  }

  /** {@code tx-frames}: so many packets sent interrupt before the time is over; 0 for none. */
  public Moderation txFrames(int packets) {
    txFramesPackets = packets;
    return this;
  }

  /** {@code gro_flush_timeout}: so long NAPI holds packets for those of a later poll. */
  public Moderation groFlushTimeout(long ns) {
    groFlushTimeoutNs = ns;
    return this;
  }

  /** {@code napi_defer_hard_irqs}: so many polls in a row find nothing before interrupts return. */
  public Moderation napiDeferHardIrqs(int polls) {
    napiDeferHardIrqs = polls;
    return this;
  }

  /** {@code irq_suspend_timeout}: so long a reader that is busy keeps interrupts off. */
  public Moderation irqSuspendTimeout(long ns) {
    irqSuspendTimeoutNs = ns;
    return this;
  }

  public boolean isAdaptive() {
    return adaptive;
  }

  /** The time that was said, or what the driver has before anybody says one. */
  public long rxUsecsNs(long driversNs) {
    return rxUsecsNs == UNSAID ? driversNs : rxUsecsNs;
  }

  public int rxFramesPackets() {
    return rxFramesPackets;
  }

  public boolean isCqeModeRx() {
    return cqeModeRx;
  }

  /** The time that was said, or what the driver has before anybody says one. */
  public long txUsecsNs(long driversNs) {
    return txUsecsNs == UNSAID ? driversNs : txUsecsNs;
  }

  public int txFramesPackets() {
    return txFramesPackets;
  }

  public long groFlushTimeoutNs() {
    return groFlushTimeoutNs;
  }

  public int napiDeferHardIrqs() {
    return napiDeferHardIrqs;
  }

  public long irqSuspendTimeoutNs() {
    return irqSuspendTimeoutNs;
  }
}
