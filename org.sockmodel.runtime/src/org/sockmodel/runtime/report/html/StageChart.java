package org.sockmodel.runtime.report.html;

import java.util.List;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.analysis.receive.StageTime;
import org.sockmodel.runtime.report.Quantity;

/** Where the time of a message goes: one bar a percentile, divided into stages, with the total beside it. */
final class StageChart {

  private static final int[] PERCENTS = {50, 90, 99};
  private static final int LEFT = 56;
  private static final int RIGHT = 96;
  private static final int ROW = 44;
  private static final int BAR = 30;
  private static final int BOTTOM = PERCENTS.length * ROW + 4;

  private final Markup out;

  StageChart(Markup out) {
    this.out = out;
  }

  void write(List<StageTime> stages) {
    Distribution total = stages.stream().filter(time -> time.stage() == Stage.TOTAL).map(StageTime::time).findFirst()
        .orElse(Distribution.EMPTY);
    if (total.isEmpty()) {
      return;
    }
    List<StageTime> parts = stages.stream().filter(time -> time.stage() != Stage.TOTAL).toList();
    Chart.draw(out, "Stages of a message at the 50th, 90th and 99th percentile", BOTTOM + 24,
        chart -> bars(chart, parts, total));
    legend(parts);
  }

  private static void bars(Chart chart, List<StageTime> parts, Distribution total) {
    Axis axis = Axis.linear(0, 100, LEFT, chart.right(RIGHT));
    chart.ticksBelow(axis, 5, 0, BOTTOM, percent -> Math.round(percent) + " %");
    for (int row = 0; row < PERCENTS.length; row++) {
      bar(chart, parts, total, PERCENTS[row], axis, row * ROW + 6);
    }
  }

  private static void bar(Chart chart, List<StageTime> parts, Distribution total, int percent, Axis axis, double y) {
    chart.label("label end", LEFT - 8, y + 20, "p" + percent);
    double sum = parts.stream().mapToDouble(part -> weight(part, percent)).sum();
    double before = 0;
    for (StageTime part : parts) {
      double share = weight(part, percent) / sum;
      double x = axis.at(before * 100);
      before += share;
      double end = axis.at(before * 100);
      String title = arrow(part.stage()) + ": p" + percent + " " + Quantity.duration(part.time().percentileNs(percent))
          + ", " + Math.round(share * 100) + " % of the time";
      chart.box(style(part.stage()), x, y, Math.max(0.5, end - x - 0.5), BAR, title);
    }
    chart.label("label strong", chart.right(RIGHT - 10), y + 20,
        Quantity.duration(total.percentileNs(percent)));
  }

  /** The time that a stage takes of an average message. */
  private static double weight(StageTime part, int percent) {
    return Math.max(1, part.time().percentileNs(percent)) * (double) part.time().count();
  }

  private void legend(List<StageTime> parts) {
    out.open("ul", "class", "legend");
    for (StageTime part : parts) {
      out.open("li").element("span", "", "class", "key " + style(part.stage())).text(arrow(part.stage())).close();
    }
    out.closeLine();
    out.element("p", "Each bar is divided in proportion to what the stages take, at that percentile, of an average "
        + "message; the total stands beside it.", "class", "note");
  }

  static String style(Stage stage) {
    return "stage-" + stage.symbol();
  }

  static String arrow(Stage stage) {
    return stage.symbol().replace("_to_", " \u2192 ");
  }
}
