package org.sockmodel.dsl.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** A sweep for a person: a line for each combination of values, with the means over its seeds. */
public final class SweepText {

  private SweepText() {
  }

  /**
   * The table with a line of names.
   *
   * @param rows in the order of the sweep
   */
  public static String of(List<SweepAxis> axes, List<SweepRow> rows) {
    List<List<String>> lines = new ArrayList<>();
    List<String> names = new ArrayList<>(axes.stream().map(SweepAxis::path).toList());
    names.add("runs");
    names.addAll(SweepFigures.HEADLINES);
    lines.add(names);
    Map<List<SweepAxis.Value>, List<SweepRow>> combinations = new LinkedHashMap<>();
    rows.forEach(row -> combinations.computeIfAbsent(row.point().values(), key -> new ArrayList<>()).add(row));
    combinations.forEach((values, runs) -> lines.add(line(values, runs)));
    return aligned(lines);
  }

  /** The mean of a figure over runs; empty if none has it. */
  static OptionalDouble mean(List<SweepRow> runs, String figure) {
    return runs.stream().map(run -> run.figures().get(figure)).flatMapToDouble(OptionalDouble::stream).average();
  }

  private static List<String> line(List<SweepAxis.Value> values, List<SweepRow> runs) {
    List<String> cells = new ArrayList<>();
    values.forEach(value -> cells.add(value.assignment().text()));
    cells.add(Integer.toString(runs.size()));
    for (String figure : SweepFigures.HEADLINES) {
      OptionalDouble mean = mean(runs, figure);
      cells.add(mean.isEmpty() ? "-" : SweepTable.plain(
          Double.parseDouble(String.format(Locale.ROOT, "%.3f", mean.getAsDouble()))));
    }
    return cells;
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
