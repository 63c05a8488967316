package org.sockmodel.runtime.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers for people: durations and sizes with three digits and a unit, counts in groups of three digits. */
public final class Quantity {

  private static final String[] TIMES = {"ns", "us", "ms", "s"};
  private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Quantity() {
  }

  /** A duration such as {@code 250 ns} or {@code 9.31 us}. */
  public static String duration(double ns) {
    return scaled(ns, 1000, TIMES);
  }

  /** A time of a trace as tracers print it: seconds and six digits. */
  public static String seconds(long ns) {
    long us = Math.floorDiv(ns, 1000);
    return String.format(Locale.ROOT, "%d.%06d s", Math.floorDiv(us, 1_000_000), Math.floorMod(us, 1_000_000));
  }

  /** The time that so many things took together; a dash if the trace does not show when they ended. */
  public static String spent(long count, long ns) {
    return count > 0 && ns == 0 ? "-" : duration(ns);
  }

  /** A size such as {@code 1.25 KiB}. */
  public static String size(double bytes) {
    return scaled(bytes, 1024, SIZES);
  }

  /** A count such as {@code 1 260}. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
  }

  /** A count with its noun in the right number. */
  public static String count(long value, String singular, String plural) {
    return count(value) + " " + (value == 1 ? singular : plural);
  }

  /** A value per message: two digits after the point, more for very small ones; a dash if there is none. */
  public static String each(OptionalDouble value) {
    if (value.isEmpty()) {
      return "-";
    }
    double number = value.getAsDouble();
    if (number > 0 && number < 0.00005) {
      return "< 0.0001";
    }
    return String.format(Locale.ROOT, number > 0 && number < 0.01 ? "%.4f" : "%.2f", number);
  }

  /** Times a second, as a whole number unless it is less than ten; a dash if there is none. */
  public static String rate(OptionalDouble perSecond) {
    return perSecond.isEmpty() || perSecond.getAsDouble() < 9.995 ? each(perSecond)
        : count(Math.round(perSecond.getAsDouble()));
  }

  /** A part of a whole, such as {@code 12.5 %}; a dash if there is no whole. */
  public static String share(long part, long whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  private static String scaled(double value, int step, String[] units) {
    int unit = 0;
    double scaled = value;
    while (unit < units.length - 1 && Math.abs(scaled) >= step - 0.5) {
      scaled /= step;
      unit++;
    }
    int digits = unit == 0 || Math.abs(scaled) >= 99.95 ? 0 : Math.abs(scaled) >= 9.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + digits + "f %s", scaled, units[unit]);
  }
}
