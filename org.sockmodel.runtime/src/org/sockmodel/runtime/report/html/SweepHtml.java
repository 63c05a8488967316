package org.sockmodel.runtime.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.sweep.SweepCombination;
import org.sockmodel.runtime.report.sweep.SweepSummary;

/**
 * A sweep as one HTML file that loads nothing and runs nothing: what latency, interrupts, CPU time and lost packets
 * each value costs and how busy it leaves the busiest CPU, drawn against every parameter that has several, and a table
 * of all combinations.
 */
public final class SweepHtml {

  private static final int MOST_SERIES = 7;
  private static final DoubleFunction<String> PERCENT = value -> String.format(Locale.ROOT, "%.0f %%", value);
  private static final DoubleFunction<String> EACH = value -> Quantity.each(OptionalDouble.of(value));

  private final SweepSummary sweep;
  private final Markup out = new Markup();

  private SweepHtml(SweepSummary sweep) {
    this.sweep = sweep;
  }

  /** The whole file. */
  public static String of(SweepSummary sweep) {
    return new SweepHtml(sweep).page();
  }

  private String page() {
    Page.begin(out, sweep.model(), "'none'");
    out.open("header").element("p", sweep.model(), "class", "name");
    String runs = Quantity.count(sweep.runs(), "run", "runs");
    out.sentence("h1", sweep.expects() ? sweep.asExpected() + " of " + runs + " as expected" : runs);
    out.sentence("p", "Values are means over the runs of a combination" + (sweep.expects()
        ? "; a hollow mark is one of which a run was not as the model expects."
        : ". The model expects nothing of them: no expect line says which would do."), "class", "note");
    out.closeLine();
    for (int axis = 0; axis < sweep.axes().size(); axis++) {
      if (sweep.values(axis).size() > 1) {
        against(axis);
      }
    }
    table();
    out.close().close().closeLine();
    return out.toString();
  }

  private void against(int axis) {
    Map<String, List<SweepCombination>> all = series(axis);
    List<String> names = drawn(List.copyOf(all.keySet()));
    out.open("section").element("h2", sweep.axes().get(axis));
    legend(names, all.size() - names.size());
    List<String> values = sweep.values(axis);
    out.element("h3", "Latency from card to reader: p50 dashed, p99 solid");
    List<LineChart.Line> latency = new ArrayList<>(lines(names, all, " p50", " dashed", SweepCombination::p50Ns));
    latency.addAll(lines(names, all, " p99", "", SweepCombination::p99Ns));
    new LineChart(out, values, Quantity::duration).write("Latency against " + sweep.axes().get(axis), latency);
    out.element("h3", "Interrupts per message");
    new LineChart(out, values, EACH).write("Interrupts per message against " + sweep.axes().get(axis),
        lines(names, all, "", "", SweepCombination::interruptsEach));
    out.element("h3", "CPU time per message");
    new LineChart(out, values, Quantity::duration).write("CPU time per message against " + sweep.axes().get(axis),
        lines(names, all, "", "", SweepCombination::cpuNsEach));
    out.element("h3", "Busiest CPU");
    new LineChart(out, values, PERCENT).write("Busiest CPU against " + sweep.axes().get(axis),
        lines(names, all, "", "", SweepCombination::busiestCpuPercent));
    if (sweep.combinations().stream().anyMatch(combination -> combination.drops().orElse(0) > 0)) {
      out.element("h3", "Drops");
      new LineChart(out, values, SweepHtml::mean).write("Drops against " + sweep.axes().get(axis),
          lines(names, all, "", "", SweepCombination::drops));
    }
    out.closeLine();
  }

  /** All series, or as many as can be told apart: the first, the last, and those between at even distances. */
  private static List<String> drawn(List<String> names) {
    return names.size() <= MOST_SERIES ? names : IntStream.range(0, MOST_SERIES)
        .mapToObj(i -> names.get(i * (names.size() - 1) / (MOST_SERIES - 1))).toList();
  }

  /** The combinations by their values of the other axes, in the order of the values of {@code axis}. */
  private Map<String, List<SweepCombination>> series(int axis) {
    Map<String, List<SweepCombination>> series = new LinkedHashMap<>();
    for (SweepCombination combination : sweep.combinations()) {
      List<String> others = new ArrayList<>();
      for (int i = 0; i < sweep.axes().size(); i++) {
        if (i != axis && sweep.values(i).size() > 1) {
          others.add(sweep.axes().get(i) + " " + combination.values().get(i));
        }
      }
      series.computeIfAbsent(String.join(", ", others), key -> new ArrayList<>()).add(combination);
    }
    return series;
  }

  private void legend(List<String> names, int left) {
    if (names.size() > 1) {
      out.open("ul", "class", "legend");
      for (int i = 0; i < names.size(); i++) {
        out.open("li").open("span", "class", "key series-" + (i + 1)).close().text(names.get(i)).close();
      }
      out.closeLine();
    }
    if (left > 0) {
      out.sentence("p", left + " more combinations of the other values are in the table only.", "class", "note");
    }
  }

  private static List<LineChart.Line> lines(List<String> names, Map<String, List<SweepCombination>> series,
      String suffix, String style, Function<SweepCombination, OptionalDouble> value) {
    List<LineChart.Line> lines = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      lines.add(new LineChart.Line((names.get(i) + suffix).strip(), "series-" + (i + 1) + style,
          series.get(names.get(i)).stream()
              .map(combination -> new LineChart.Point(value.apply(combination), combination.isAsExpected()))
              .toList()));
    }
    return lines;
  }

  private void table() {
    out.open("section").element("h2", "All combinations").open("div", "class", "scroll").open("table");
    out.open("thead").open("tr");
    sweep.axes().forEach(this::heading);
    List.of("runs", "as expected", "messages", "drops", "p50", "p99", "interrupts / message", "CPU / message",
        "busiest CPU").forEach(heading -> out.element("th", heading));
    out.close().close().open("tbody");
    for (SweepCombination row : sweep.combinations()) {
      out.open("tr");
      for (int axis = 0; axis < row.values().size(); axis++) {
        out.element(axis == 0 ? "th" : "td", row.values().get(axis));
      }
      String asExpected = sweep.expects() ? Quantity.count(row.asExpected()) : "-";
      List.of(Quantity.count(row.runs()), asExpected, text(row.messages(), SweepHtml::mean),
          text(row.drops(), SweepHtml::mean), text(row.p50Ns(), Quantity::duration),
          text(row.p99Ns(), Quantity::duration), text(row.interruptsEach(), EACH),
          text(row.cpuNsEach(), Quantity::duration), text(row.busiestCpuPercent(), PERCENT))
          .forEach(cell -> out.element("td", cell));
      out.closeLine();
    }
    out.close().close().close().closeLine();
  }

  /** A path may take several lines, so that its column is no wider than its values. */
  private void heading(String axis) {
    out.open("th");
    for (String part : axis.split("(?<=[.])")) {
      out.text(part).single("wbr");
    }
    out.close();
  }

  /** A mean of counts, which is mostly a whole number. */
  private static String mean(double count) {
    return count == Math.rint(count) ? Quantity.count((long) count) : EACH.apply(count);
  }

  private static String text(OptionalDouble value, DoubleFunction<String> form) {
    return value.isEmpty() ? "-" : form.apply(value.getAsDouble());
  }
}
