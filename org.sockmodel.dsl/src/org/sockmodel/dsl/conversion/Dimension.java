package org.sockmodel.dsl.conversion;

/** What a quantity measures, and the units a person may write it in. */
public enum Dimension {
  NUMBER("a plain number", ""),
  TIME("a time", "ns, us, ms or s"),
  SIZE("a size", "B, KiB, MiB or GiB"),
  BIT_RATE("a bit rate", "bit/s, Kbit/s, Mbit/s or Gbit/s"),
  PACKET_RATE("a packet rate", "pps, kpps or Mpps"),
  TIME_PER_BYTE("a time per byte", "ns/B"),
  SHARE("a percentage", "%");

  private final String description;
  private final String units;

  Dimension(String description, String units) {
    this.description = description;
    this.units = units;
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
