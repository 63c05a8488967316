package org.sockmodel.dsl.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.sockmodel.runtime.report.sweep.SweepSummary;

/** A sweep for a person: a line for each combination of values, with the means over its seeds. */
public final class SweepText {

  private SweepText() {
  }

  /**
   * What a page shows.
   *
   * @param model what was run
   * @param rows in the order of the sweep
   */
  public static SweepSummary summary(String model, List<SweepAxis> axes, List<SweepRow> rows) {
    boolean expects = rows.stream().anyMatch(row -> !row.result().judgements().isEmpty());
    return new SweepSummary(model, axes.stream().map(SweepAxis::path).toList(), expects,
        SweepMeans.of(rows).stream().map(SweepMeans::combination).toList());
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
    names.add("as expected");
    names.addAll(SweepFigures.HEADLINES);
    lines.add(names);
    SweepMeans.of(rows).forEach(combination -> lines.add(line(combination)));
    return aligned(lines);
  }

  private static List<String> line(SweepMeans combination) {
    List<String> cells = new ArrayList<>();
    combination.values().forEach(value -> cells.add(value.assignment().text()));
    cells.add(Integer.toString(combination.runs().size()));
    cells.add(combination.isJudged() ? Long.toString(combination.asExpected()) : "-");
    for (String figure : SweepFigures.HEADLINES) {
      OptionalDouble mean = combination.mean(figure);
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
