package org.sockmodel.dsl.conversion;

import java.math.BigDecimal;

/** What a quantity measures, and the units a person may write it in. */
public enum Dimension {
  NUMBER("a plain number", "", 0, 0, 1),
  TIME("a time", "ns, us, ms or s", 1, 0, 1),
  SIZE("a size", "B, KiB, MiB or GiB", 0, 1, 1),
  BIT_RATE("a bit rate", "bit/s, Kbit/s, Mbit/s or Gbit/s", -1, 1, 8_000_000_000L),
  PACKET_RATE("a packet rate", "pps, kpps or Mpps", -1, 0, 1_000_000_000L),
  TIME_PER_BYTE("a time per byte", "ns/B", 1, -1, 1),
  SHARE("a percentage", "%", 0, 0, 1);

  private final String description;
  private final String units;
  private final int times;
  private final int sizes;
  private final long divisor;

  Dimension(String description, String units, int times, int sizes, long divisor) {
    this.description = description;
    this.units = units;
    this.times = times;
    this.sizes = sizes;
    this.divisor = divisor;
  }

  /** The power of time in this: -1 in a rate. */
  public int times() {
    return times;
  }

  /** The power of size in this: 1 in a bit rate. */
  public int sizes() {
    return sizes;
  }

  /** How many of the dimension's first unit one in powers of ns and B is: 8e9 bit/s are 1 B/ns. */
  public BigDecimal divisor() {
    return BigDecimal.valueOf(divisor);
  }

  /** For messages: {@code a time}. */
  public String description() {
    return description;
  }

  /** For messages: the units to choose from; empty for a plain number. */
  public String units() {
    return units;
  }
}
