package org.sockmodel.runtime.report.diff;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.json.ReportPath;

/**
 * What a pipeline does not want to happen from one report to another. Left stands a number of the report's JSON
 * ({@link ReportPath}), right a change in percent, a change, or a value of the second report:
 *
 * <pre>
 *   per_message.hardirqs > +5%      stages[total].p99_ns > +2us      receives.errors > 0
 * </pre>
 */
public final class Condition {

  private static final Pattern TEXT = Pattern.compile(
      "\\s*([^<>\\s]+)\\s*([<>]=?)\\s*([+-]?)([0-9]{1,15}(?:\\.[0-9]{1,9})?)\\s*(%|ns|us|ms|s)?\\s*");
  private static final List<String> UNITS = List.of("ns", "us", "ms", "s");
  private static final String TIME = "_ns";

  private final String text;
  private final String path;
  private final String comparison;
  private final boolean isChange;
  private final boolean isPercent;
  private final double limit;

  private Condition(Matcher matcher) {
    text = matcher.group().strip();
    path = matcher.group(1);
    comparison = matcher.group(2);
    isPercent = "%".equals(matcher.group(5));
    isChange = isPercent || !matcher.group(3).isEmpty();
    double number = Double.parseDouble(matcher.group(3) + matcher.group(4));
    String unit = matcher.group(5);
    if (unit == null || isPercent) {
      limit = number;
    } else if (path.endsWith(TIME)) {
      limit = number * Math.pow(1000, UNITS.indexOf(unit));
    } else {
      throw new IllegalArgumentException("'" + text + "': " + path + " is no time; leave out " + unit);
    }
  }

  /**
   * Reads a condition.
   *
   * @throws IllegalArgumentException if it is none; the message says what one looks like
   */
  public static Condition of(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no condition; write one such as "
          + "'per_message.hardirqs > +5%', 'stages[total].p99_ns > +2us' or 'receives.errors > 0'");
    }
    return new Condition(matcher);
  }

  /** Why the condition is met, or cannot be judged; empty if it is not met. */
  public Optional<String> complaint(JsonObject before, JsonObject after) {
    OptionalDouble one = ReportPath.number(before, path);
    OptionalDouble other = ReportPath.number(after, path);
    if (other.isEmpty() || isChange && one.isEmpty()) {
      String where = other.isPresent() ? "the first report" : one.isPresent() ? "the second report" : "either report";
      return Optional.of(text + ": cannot be judged, there is no such number in " + where
          + (one.isEmpty() && other.isEmpty() ? "; --json tells the names, such as stages[total].p99_ns" : ""));
    }
    double value = !isChange ? other.getAsDouble()
        : isPercent ? percent(one.getAsDouble(), other.getAsDouble()) : other.getAsDouble() - one.getAsDouble();
    if (!holds(value)) {
      return Optional.empty();
    }
    return Optional.of(text + ": " + shown(one) + " -> " + shown(other)
        + (one.isPresent() ? changed(percent(one.getAsDouble(), other.getAsDouble())) : ""));
  }

  private boolean holds(double value) {
    return switch (comparison) {
      case ">" -> value > limit;
      case ">=" -> value >= limit;
      case "<" -> value < limit;
      default -> value <= limit;
    };
  }

  /** From nothing to something is more than any percentage. */
  private static double percent(double before, double after) {
    if (before == after) {
      return 0;
    }
    return before == 0 ? Math.copySign(Double.POSITIVE_INFINITY, after) : 100 * (after - before) / Math.abs(before);
  }

  private static String changed(double percent) {
    return Double.isInfinite(percent) ? "" : String.format(Locale.ROOT, " (%+.1f %%)", percent);
  }

  private String shown(OptionalDouble value) {
    if (value.isEmpty()) {
      return "-";
    }
    return path.endsWith(TIME) ? Quantity.duration(value.getAsDouble()) : Quantity.each(value);
  }
}
