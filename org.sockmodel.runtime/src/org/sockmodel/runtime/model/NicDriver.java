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
  IDEAL("ideal", Moderation.COALESCING, 0, false, 0),

  /** {@code drivers/net/virtio_net.c}: like the ideal one, but looks into the ring once more when it has unmasked. */
  VIRTIO_NET("virtio_net", Moderation.COALESCING, 0, false, 0),

  /** {@code drivers/net/ethernet/intel/e1000}: throttled, one line; its watchdog raises it every two seconds. */
  E1000("e1000", Moderation.THROTTLING, 50_000, false, 2_000_000_000L),

  /** {@code drivers/net/ethernet/intel/e1000e}: throttled; the emulated card repeats each interrupt once. */
  E1000E("e1000e", Moderation.THROTTLING, 50_000, true, 2_000_000_000L),

  /** {@code drivers/net/ethernet/intel/igb}: as e1000e. */
  IGB("igb", Moderation.THROTTLING, 50_000, true, 2_000_000_000L),

  /** A driver from before NAPI: an interrupt and a {@code netif_rx} for each packet. */
  NETIF_RX("netif_rx", Moderation.COALESCING, 0, false, 0);

  /** What {@code rx_usecs} means to the card. */
  public enum Moderation {
    /** The time from the first packet to its interrupt. */
    COALESCING,
    /** The shortest time between two interrupts ({@code ITR}, {@code EITR}). */
    THROTTLING
  }

  private final String symbol;
  private final Moderation moderation;
  private final long defaultRxUsecsNs;
  private final boolean repeatsInterrupts;
  private final long watchdogNs;

  NicDriver(String symbol, Moderation moderation, long defaultRxUsecsNs, boolean repeatsInterrupts, long watchdogNs) {
    this.symbol = symbol;
    this.moderation = moderation;
    this.defaultRxUsecsNs = defaultRxUsecsNs;
    this.repeatsInterrupts = repeatsInterrupts;
    this.watchdogNs = watchdogNs;
  }

  /** The driver's name, as {@code ethtool -i} shows it. */
  public String symbol() {
    return symbol;
  }

  public Moderation moderation() {
    return moderation;
  }

  /** {@code rx-usecs} before anybody sets it, in nanoseconds. */
  public long defaultRxUsecsNs() {
    return defaultRxUsecsNs;
  }

  /** Whether the card raises its line again when the throttling time is over, though nothing has arrived since. */
  public boolean repeatsInterrupts() {
    return repeatsInterrupts;
  }

  /** How often the driver's watchdog raises every line, in nanoseconds; 0 if it does not. */
  public long watchdogNs() {
    return watchdogNs;
  }

  /** Whether the driver looks for packets that came while it unmasked the line, instead of another interrupt. */
  public boolean looksAgain() {
    return this == VIRTIO_NET;
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
