package org.sockmodel.dsl.sweep;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The runs of a sweep as one table: parameters, seed, whether all is as expected, figures; one row a run. */
public final class SweepTable {

  private final List<SweepAxis> axes;
  private final List<SweepRow> rows;

  public SweepTable(SweepOutcome outcome) {
    axes = outcome.axes();
    rows = outcome.rows();
  }

  /** Comma-separated values with a line of names. Quantities are numbers in the unit that their column names. */
  public String csv() {
    StringBuilder out = new StringBuilder();
    List<String> names = new ArrayList<>(axes.stream().map(SweepAxis::column).toList());
    names.add("seed");
    names.add("as_expected");
    names.addAll(rows.get(0).result().figures().keySet());
    line(out, names);
    for (SweepRow row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < axes.size(); i++) {
        cells.add(cell(axes.get(i), row.point().values().get(i)));
      }
      cells.add(Long.toString(row.point().seed()));
      cells.add(Boolean.toString(row.result().isAsExpected()));
      row.result().figures().values().forEach(figure -> cells.add(figure.isEmpty() ? "" : plain(figure.getAsDouble())));
      line(out, cells);
    }
    return out.toString();
  }

  /** An array of one object a run. Parameters are as they were written. */
  public String json() {
    JsonArray array = new JsonArray();
    for (SweepRow row : rows) {
      JsonObject parameters = new JsonObject();
      row.point().assignments().forEach(value -> parameters.addProperty(value.path(), value.text()));
      JsonObject run = new JsonObject();
      run.add("parameters", parameters);
      run.addProperty("seed", row.point().seed());
      run.addProperty("as_expected", row.result().isAsExpected());
      SweepJson.add(row.result(), run);
      array.add(run);
    }
    return new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(array) + "\n";
  }

  private static String cell(SweepAxis axis, SweepAxis.Value value) {
    return axis.dimension().isPresent() ? plain(value.number().orElseThrow()) : value.assignment().text();
  }

  private static void line(StringBuilder out, List<String> cells) {
    out.append(String.join(",", cells.stream().map(SweepTable::quote).toList())).append('\n');
  }

  private static String quote(String cell) {
    return cell.matches("[^,\"\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
