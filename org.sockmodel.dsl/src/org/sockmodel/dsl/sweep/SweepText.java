package org.sockmodel.dsl.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.sockmodel.runtime.report.Quantity;

/** A sweep for a person: a line for each combination of values, with the means over its seeds. */
public final class SweepText {

  /** The metrics that a person compares first. */
  private static final List<String> METRICS = List.of("messages", "drops", "interrupts per message",
      "wakeups per message", "latency nic_to_user p50", "latency nic_to_user p99");

  private SweepText() {
  }

  /** The table with a line of names. */
  public static String of(SweepOutcome outcome) {
    List<List<String>> lines = new ArrayList<>();
    List<String> names = new ArrayList<>(outcome.axes().stream().map(SweepAxis::path).toList());
    names.add("runs");
    names.add("as expected");
    names.addAll(METRICS);
    names.add("busiest CPU");
    lines.add(names);
    outcome.combinations().forEach(combination -> lines.add(line(combination, outcome.expects())));
    return aligned(lines);
  }

  private static List<String> line(SweepMeans combination, boolean expects) {
    List<String> cells = new ArrayList<>();
    combination.values().forEach(value -> cells.add(value.assignment().text()));
    cells.add(Integer.toString(combination.runs().size()));
    cells.add(expects ? Long.toString(combination.asExpected()) : "-");
    METRICS.forEach(metric -> cells.add(cell(metric, combination.metric(metric))));
    OptionalDouble busiest = combination.mean(SweepFigures.BUSIEST_CPU);
    cells.add(busiest.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f %%", busiest.getAsDouble()));
    return cells;
  }

  private static String cell(String metric, OptionalDouble mean) {
    if (mean.isEmpty()) {
      return "-";
    }
    return SweepFigures.isTime(metric) ? Quantity.duration(mean.getAsDouble())
        : SweepTable.plain(Double.parseDouble(String.format(Locale.ROOT, "%.3f", mean.getAsDouble())));
  }

  private static String aligned(List<List<String>> lines) {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder out = new StringBuilder();
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        out.append(i == 0 ? "" : "  ").append(" ".repeat(widths[i] - line.get(i).length())).append(line.get(i));
      }
      out.append('\n');
    }
    return out.toString();
  }
}
