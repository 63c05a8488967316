package org.sockmodel.dsl.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A sweep for a person: a line for each combination of values, with the means over its seeds. */
public final class SweepText {

  private SweepText() {
  }

  /** The table with a line of names. */
  public static String of(SweepOutcome outcome) {
    List<List<String>> lines = new ArrayList<>();
    List<String> names = new ArrayList<>(outcome.axes().stream().map(SweepAxis::path).toList());
    names.add("runs");
    names.add("as expected");
    names.addAll(SweepFigures.HEADLINES);
    lines.add(names);
    outcome.combinations().forEach(combination -> lines.add(line(combination, outcome.expects())));
    return aligned(lines);
  }

  private static List<String> line(SweepMeans combination, boolean expects) {
    List<String> cells = new ArrayList<>();
    combination.values().forEach(value -> cells.add(value.assignment().text()));
    cells.add(Integer.toString(combination.runs().size()));
    cells.add(expects ? Long.toString(combination.asExpected()) : "-");
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
