package org.sockmodel.dsl.conversion;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, as a model writes it: {@code 5us}, {@code 64KiB}, {@code 0.1ns/B}, {@code 1_000}. Exact: the
 * number is decimal.
 */
public record Quantity(BigDecimal number, Unit unit) {

  private static final Pattern FORM = Pattern.compile("([0-9][0-9_]*(?:\\.[0-9]+)?)(.*)");

  // A number longer than this means nothing in a model and would only cost time.
  private static final int MOST_DIGITS = 40;

  /**
   * Reads a quantity.
   *
   * @throws IllegalArgumentException if the text is none; the message is for a person and says what to do
   */
  public static Quantity parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + shorten(text) + "' is not a number; write for example 5us");
    }
    if (matcher.group(1).length() > MOST_DIGITS) {
      throw new IllegalArgumentException("the number " + shorten(text) + " is too long; write it with a larger unit");
    }
    String symbol = matcher.group(2).replace('\u03bc', 'u').replace('\u00b5', 'u');
    Unit unit = Unit.of(symbol).orElseThrow(() -> new IllegalArgumentException(
        unknownUnit(matcher.group(1), symbol)));
    return new Quantity(new BigDecimal(matcher.group(1).replace("_", "")), unit);
  }

  /** The quantity whose {@link #base} is {@code base}, in the largest unit that leaves it whole. */
  public static Quantity ofBase(BigDecimal base, Dimension dimension) {
    List<Unit> units = Unit.of(dimension);
    Unit unit = units.get(0);
    for (Unit larger : units) {
      if (base.signum() != 0 && base.remainder(larger.factor()).signum() == 0) {
        unit = larger;
      }
    }
    BigDecimal number = base.divide(unit.factor()).stripTrailingZeros();
    return new Quantity(number.scale() < 0 ? number.setScale(0) : number, unit);
  }

  /** Reads a quantity; empty if the text is none. */
  public static Optional<Quantity> tryParse(String text) {
    try {
      return Optional.of(parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public Dimension dimension() {
    return unit.dimension();
  }

  /** What is wrong with this where {@code wanted} is to be measured, and what to write; empty if nothing is. */
  public Optional<String> misfit(Dimension wanted) {
    if (dimension() == wanted) {
      return Optional.empty();
    }
    if (wanted == Dimension.NUMBER) {
      return Optional.of(this + " has a unit, but a plain number is wanted here; write " + number.toPlainString());
    }
    return Optional.of(dimension() == Dimension.NUMBER ? this + " needs a unit; write " + wanted.units() + " after it"
        : this + " is " + dimension().description() + ", but " + wanted.description() + " is wanted here; use "
            + wanted.units());
  }

  /** The value in the dimension's first unit: ns, B, bit/s, pps, ns/B, %. */
  public BigDecimal base() {
    return number.multiply(unit.factor());
  }

  /** Whether {@link #toLong} can tell the value without loss. */
  public boolean isWhole() {
    BigDecimal base = base();
    return base.stripTrailingZeros().scale() <= 0 && base.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
  }

  /**
   * The value in the dimension's first unit.
   *
   * @throws ArithmeticException unless {@link #isWhole}
   */
  public long toLong() {
    return base().longValueExact();
  }

  public double toDouble() {
    return base().doubleValue();
  }

  @Override
  public String toString() {
    return number.toPlainString() + unit.symbol();
  }

  private static String unknownUnit(String number, String symbol) {
    String usual = asUsualHere(symbol);
    for (Unit unit : Unit.values()) {
      if (unit.symbol().equalsIgnoreCase(usual)) {
        return "unknown unit '" + symbol + "'; did you mean " + unit.symbol() + "?";
      }
    }
    int slash = symbol.indexOf('/');
    if (slash >= 0 && Unit.of(symbol.substring(0, slash)).isPresent()) {
      return "unknown unit '" + shorten(symbol) + "'; to divide, write " + number + symbol.substring(0, slash) + " / "
          + shorten(symbol.substring(slash + 1));
    }
    return "unknown unit '" + shorten(symbol) + "'; the units are ns us ms s, B KiB MiB GiB, bit/s Kbit/s Mbit/s"
        + " Gbit/s, pps kpps Mpps, ns/B, %";
  }

  /** What others call {@code usec}, {@code Gbps} or {@code MB} is {@code us}, {@code Gbit/s} or {@code MiB}. */
  private static String asUsualHere(String symbol) {
    return symbol.replaceFirst("secs?$", "s").replaceFirst("^([kKmMgG]?)(bps|bits?|b/s)$", "$1bit/s")
        .replaceFirst("^([kKMG])B$", "$1iB");
  }

  private static String shorten(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "...";
  }
}
