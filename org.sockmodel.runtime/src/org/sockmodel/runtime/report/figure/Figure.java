package org.sockmodel.runtime.report.figure;

import java.util.Locale;
import java.util.OptionalDouble;
import org.sockmodel.runtime.report.Quantity;

/**
 * One published figure and what came out of a run.
 *
 * @param model the model that was run
 * @param source where the figure was published
 * @param name what was measured
 * @param comparison how the simulated value has to stand to the published one: {@code ==}, {@code <} and so on
 * @param published what was published, or what the run of {@code otherModel} gave
 * @param otherModel the model to compare with, where an order was published and not a number; empty otherwise
 * @param withinPercent how far the simulated value may be from the published one
 * @param isTime whether the values are nanoseconds
 * @param holds whether the simulated value stands so
 */
public record Figure(String model, String source, String name, String comparison, OptionalDouble published,
    String otherModel, double withinPercent, OptionalDouble simulated, boolean isTime, boolean holds) {

  private static final double PERCENT = 100;

  /** How much more was simulated than published, in percent; empty if only an order was published. */
  public OptionalDouble differencePercent() {
    boolean none = published.isEmpty() || simulated.isEmpty() || published.getAsDouble() == 0
        || !comparison.equals("==");
    return none ? OptionalDouble.empty()
        : OptionalDouble.of((simulated.getAsDouble() / published.getAsDouble() - 1) * PERCENT);
  }

  /** For people: the published value with its comparison, unless that is equality. */
  public String publishedText() {
    return (comparison.equals("==") ? "" : comparison + " ") + text(published);
  }

  /** For people: the simulated value. */
  public String simulatedText() {
    return text(simulated);
  }

  /** For people: the difference, {@code -} if there is none to tell. */
  public String differenceText() {
    OptionalDouble difference = differencePercent();
    return difference.isEmpty() ? "-" : String.format(Locale.ROOT, "%+.1f %%", difference.getAsDouble());
  }

  /** For people: how far the difference may go. */
  public String withinText() {
    return withinPercent == 0 ? "-" : String.format(Locale.ROOT, "%.3g %%", withinPercent).replaceAll("\\.0+ ", " ");
  }

  private String text(OptionalDouble value) {
    if (value.isEmpty()) {
      return "-";
    }
    double number = value.getAsDouble();
    if (isTime) {
      return Quantity.duration(number);
    }
    return number >= 1000 ? Quantity.count(Math.round(number)) : shortText(number);
  }

  private static String shortText(double number) {
    if (number == 0) {
      return "0";
    }
    return number < 0.001 ? String.format(Locale.ROOT, "%.1e", number) : String.format(Locale.ROOT, "%.3f", number);
  }
}
