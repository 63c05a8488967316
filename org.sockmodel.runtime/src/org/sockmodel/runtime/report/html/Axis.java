package org.sockmodel.runtime.report.html;

import java.util.ArrayList;
import java.util.List;

/** Maps values to places on a line and finds round values to write beside it. */
final class Axis {

  private final double low;
  private final double high;
  private final double from;
  private final double to;
  private final boolean logarithmic;

  private Axis(double low, double high, double from, double to, boolean logarithmic) {
    this.low = low;
    this.high = high > low ? high : low + 1;
    this.from = from;
    this.to = to;
    this.logarithmic = logarithmic;
  }

  static Axis linear(double low, double high, double from, double to) {
    return new Axis(low, high, from, to, false);
  }

  /** A logarithmic axis; {@code low} is positive. */
  static Axis logarithmic(double low, double high, double from, double to) {
    return new Axis(Math.max(1, low), Math.max(high, Math.max(1, low) * 1.01), from, to, true);
  }

  /** Where a value is. */
  double at(double value) {
    double share = logarithmic ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
        : (value - low) / (high - low);
    return from + Math.max(0, Math.min(1, share)) * (to - from);
  }

  /** Round values within the axis, about {@code wanted} of them. */
  List<Double> ticks(int wanted) {
    return logarithmic ? logarithmicTicks(wanted) : linearTicks(wanted);
  }

  /** Round values within the axis, about {@code wanted} of them, or fewer so that no two are closer than that. */
  List<Double> ticks(int wanted, double distance) {
    int most = wanted;
    List<Double> ticks = ticks(most);
    while (most > 1 && closest(ticks) < distance) {
      most--;
      ticks = ticks(most);
    }
    return ticks;
  }

  private double closest(List<Double> values) {
    double closest = Double.MAX_VALUE;
    for (int i = 1; i < values.size(); i++) {
      closest = Math.min(closest, Math.abs(at(values.get(i)) - at(values.get(i - 1))));
    }
    return closest;
  }

  private List<Double> linearTicks(int wanted) {
    double step = niceStep((high - low) / wanted);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step); i * step <= high * (1 + 1e-9); i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** A power of ten, or two or five times one. */
  private static double niceStep(double step) {
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    double digits = step / power;
    return power * (digits <= 1.5 ? 1 : digits <= 3.5 ? 2 : digits <= 7 ? 5 : 10);
  }

  private List<Double> logarithmicTicks(int wanted) {
    List<Double> ticks = new ArrayList<>();
    double octaves = Math.log10(high / low);
    int[] digits = octaves * 3 <= wanted ? new int[] {1, 2, 5} : new int[] {1};
    for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
      for (int digit : digits) {
        if (digit * power >= low && digit * power <= high) {
          ticks.add(digit * power);
        }
      }
    }
    return ticks.size() >= 2 ? ticks : List.of(low, high);
  }
}
