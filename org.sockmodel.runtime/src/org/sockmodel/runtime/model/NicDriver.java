package org.sockmodel.runtime.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A card and its driver: how it holds interrupts back and what else it raises them for. The emulated ones are as QEMU
 * emulates them and Linux 6.1 and 6.12 drive them.
 */
public enum NicDriver {

  /** Interrupts exactly once for each poll that it needs. */
  IDEAL("ideal", Moderation.COALESCING, Transmit.SILENT),

  /** {@code drivers/net/virtio_net.c}: like the ideal one, but looks into the ring once more when it has unmasked. */
  VIRTIO_NET("virtio_net", Moderation.COALESCING, Transmit.POLLED),

  /** {@code drivers/net/ethernet/intel/e1000}: throttled, one line; its watchdog raises it every two seconds. */
  E1000("e1000", Moderation.THROTTLING, Transmit.WITH_RECEIVE),

  /** {@code drivers/net/ethernet/intel/e1000e}: throttled; the emulated card repeats each interrupt once. */
  E1000E("e1000e", Moderation.THROTTLING, Transmit.IN_HANDLER),

  /** {@code drivers/net/ethernet/intel/igb}: as e1000e, but the emulated card takes any interval. */
  IGB("igb", Moderation.THROTTLING, Transmit.POLLED),

  /**
   * {@code drivers/net/ethernet/mellanox/mlx5/core}: a transmit queue beside each receive queue, which one poll sees to
   * ({@code mlx5e_napi_poll}) and which interrupts for itself.
   */
  MLX5("mlx5", Moderation.COALESCING, Transmit.BESIDE_RECEIVE),

  /** A driver from before NAPI: an interrupt and a {@code netif_rx} for each packet. */
  NETIF_RX("netif_rx", Moderation.COALESCING, Transmit.SILENT);

  /** What {@code rx_usecs} means to the card. */
  public enum Moderation {
    /** The time from the first packet to its interrupt. */
    COALESCING,
    /** The shortest time between two interrupts ({@code ITR}, {@code EITR}). */
    THROTTLING
  }

  /** How the driver learns that the card has sent something. */
  public enum Transmit {
    /** Not at all: what is sent is freed. */
    SILENT,
    /** By the interrupt of the receive queue, whose poll frees it. */
    WITH_RECEIVE,
    /** By the same interrupt, which comes for what is sent too, held back by a time of its own. */
    BESIDE_RECEIVE,
    /** By an interrupt of its own, whose handler frees it. */
    IN_HANDLER,
    /** By an interrupt of its own that begins a poll. */
    POLLED
  }

  /** {@code ITR} in QEMU's e1000 and e1000e: 500 units of 256 ns, whatever less the driver writes. */
  private static final long EMULATED_LEAST_INTERVAL_NS = 128_000;
  /** What the driver of an igb writes for a microsecond, 4, in units of 1024 ns that QEMU takes it for. */
  private static final double EMULATED_EITR_NS_PER_NS = 4.096;
  /** {@code IGB_20K_ITR}, 196 quarters of a microsecond, and 20000 interrupts a second of e1000 and e1000e. */
  private static final long TRANSMIT_INTERVAL_NS = 49_000;
  /** Values of {@code rx-usecs} that are no times: the driver chooses among all rates, or not the highest. */
  private static final long DYNAMIC_NS = 1_000;
  private static final long DYNAMIC_CONSERVATIVE_NS = 3_000;
  /** {@code MLX5E_PARAMS_DEFAULT_RX_CQ_MODERATION_USEC} and the same of TX. */
  private static final long MLX5_INTERVAL_NS = 16_000;
  private static final long WATCHDOG_NS = 2_000_000_000;

  private final String symbol;
  private final Moderation moderation;
  private final Transmit transmit;

  NicDriver(String symbol, Moderation moderation, Transmit transmit) {
    this.symbol = symbol;
    this.moderation = moderation;
    this.transmit = transmit;
  }

  /** The driver's name, as {@code ethtool -i} shows it. */
  public String symbol() {
    return symbol;
  }

  public Moderation moderation() {
    return moderation;
  }

  public Transmit transmit() {
    return transmit;
  }

  /** Whether the interrupts for what is sent have a time of their own ({@code tx-usecs}). */
  public boolean moderatesTransmits() {
    return this == MLX5 || this == IGB;
  }

  /** Whether a transmit queue has an interrupt of its own. */
  public boolean hasTransmitInterrupt() {
    return transmit == Transmit.IN_HANDLER || transmit == Transmit.POLLED;
  }

  /** {@code rx-usecs} before anybody sets it, in nanoseconds. */
  public long defaultRxUsecsNs() {
    return this == MLX5 ? MLX5_INTERVAL_NS : isThrottled() ? DYNAMIC_CONSERVATIVE_NS : 0;
  }

  /** {@code tx-usecs} before anybody sets it, in nanoseconds. */
  public long defaultTxUsecsNs() {
    return this == MLX5 ? MLX5_INTERVAL_NS : isThrottled() ? TRANSMIT_INTERVAL_NS : 0;
  }

  /** Whether the driver adapts the interval to what it polls, which 1 and 3 us say to those of cards that throttle. */
  public boolean adapts(long rxUsecsNs) {
    return isThrottled() && (rxUsecsNs == DYNAMIC_NS || isConservative(rxUsecsNs));
  }

  /** Whether such a driver never chooses the highest rate of interrupts. */
  public boolean isConservative(long rxUsecsNs) {
    return rxUsecsNs == DYNAMIC_CONSERVATIVE_NS;
  }

  /** Whether the poll writes the interval that it has chosen to the card; otherwise the next interrupt does so. */
  public boolean writesIntervalInPoll() {
    return this == E1000;
  }

  /** What the card makes of {@code rx-usecs}, in nanoseconds; only the igb can be told not to throttle. */
  public long intervalNs(long rxUsecsNs) {
    return this == IGB ? Math.round(rxUsecsNs * EMULATED_EITR_NS_PER_NS)
        : Math.max(rxUsecsNs, EMULATED_LEAST_INTERVAL_NS);
  }

  /** Whether the card raises its vector again when the throttling time is over, though nothing has come since. */
  public boolean repeatsInterrupts() {
    return this == E1000E || this == IGB;
  }

  /** What the card keeps to interrupt for while its driver does not want to be interrupted. */
  public InterruptCauses causes() {
    return switch (this) {
      case E1000 -> InterruptCauses.READ_BY_HANDLER;
      case E1000E -> InterruptCauses.CLEARED_WHEN_SENT;
      case IGB -> InterruptCauses.NEVER_MASKED;
      default -> InterruptCauses.IN_MEMORY;
    };
  }

  /** How often the driver's watchdog raises every vector, in nanoseconds; 0 if it does not. */
  public long watchdogNs() {
    return isThrottled() ? WATCHDOG_NS : 0;
  }

  /** Whether the watchdog raises the vectors of transmit queues too. */
  public boolean watchesTransmits() {
    return this == IGB;
  }

  private boolean isThrottled() {
    return moderation == Moderation.THROTTLING;
  }

  /** Whether the driver looks for packets that came while it unmasked the line, instead of another interrupt. */
  public boolean looksAgain() {
    return this == VIRTIO_NET;
  }

  /** Whether packets carry the number of their queue ({@code skb_record_rx_queue}). */
  public boolean recordsRxQueue() {
    return this != E1000 && this != E1000E && this != NETIF_RX;
  }

  public boolean hasNapi() {
    return this != NETIF_RX;
  }

  /** Every driver's name. */
  public static List<String> symbols() {
    return Arrays.stream(values()).map(NicDriver::symbol).toList();
  }

  /** The driver of that name, if there is one. */
  public static Optional<NicDriver> of(String symbol) {
    return Arrays.stream(values()).filter(driver -> driver.symbol.equals(symbol)).findFirst();
  }
}
