package org.sockmodel.dsl.conversion;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The units of the language. The first of a dimension is the one that values are counted in. */
public enum Unit {
  NONE("", Dimension.NUMBER, 1),
  NS("ns", Dimension.TIME, 1),
  US("us", Dimension.TIME, 1_000),
  MS("ms", Dimension.TIME, 1_000_000),
  S("s", Dimension.TIME, 1_000_000_000),
  B("B", Dimension.SIZE, 1),
  KIB("KiB", Dimension.SIZE, 1L << 10),
  MIB("MiB", Dimension.SIZE, 1L << 20),
  GIB("GiB", Dimension.SIZE, 1L << 30),
  BIT_PER_S("bit/s", Dimension.BIT_RATE, 1),
  KBIT_PER_S("Kbit/s", Dimension.BIT_RATE, 1_000),
  MBIT_PER_S("Mbit/s", Dimension.BIT_RATE, 1_000_000),
  GBIT_PER_S("Gbit/s", Dimension.BIT_RATE, 1_000_000_000),
  PPS("pps", Dimension.PACKET_RATE, 1),
  KPPS("kpps", Dimension.PACKET_RATE, 1_000),
  MPPS("Mpps", Dimension.PACKET_RATE, 1_000_000),
  NS_PER_B("ns/B", Dimension.TIME_PER_BYTE, 1),
  PERCENT("%", Dimension.SHARE, 1);

  private final String symbol;
  private final Dimension dimension;
  private final BigDecimal factor;

  Unit(String symbol, Dimension dimension, long factor) {
    this.symbol = symbol;
    this.dimension = dimension;
    this.factor = BigDecimal.valueOf(factor);
  }

  /** As a model writes it. */
  public String symbol() {
    return symbol;
  }

  public Dimension dimension() {
    return dimension;
  }

  /** How many of the dimension's first unit one of these is. */
  BigDecimal factor() {
    return factor;
  }

  /** The unit with exactly this symbol. */
  static Optional<Unit> of(String symbol) {
    return Arrays.stream(values()).filter(unit -> unit.symbol.equals(symbol)).findFirst();
  }

  /** The units in which {@code dimension} may be written, smallest first. */
  public static List<Unit> of(Dimension dimension) {
    return Arrays.stream(values()).filter(unit -> unit.dimension == dimension).toList();
  }
}
