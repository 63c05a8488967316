package org.sockmodel.runtime.report.html;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sockmodel.runtime.analysis.latency.RankGroup;
import org.sockmodel.runtime.analysis.latency.StageShare;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.StageName;

/** Where the time of typical and of slow messages goes: one bar for each, divided into stages, their mean beside it. */
final class StageChart {

  private static final int LEFT = 92;
  private static final int RIGHT = 96;
  private static final int ROW = 44;
  private static final int BAR = 30;

  private final Markup out;

  StageChart(Markup out) {
    this.out = out;
  }

  void write(List<RankGroup> groups) {
    int bottom = groups.size() * ROW + 4;
    Chart.draw(out, "Stages of typical messages and of the slowest", bottom + 24, chart -> bars(chart, groups, bottom));
    legend(groups);
  }

  private static void bars(Chart chart, List<RankGroup> groups, int bottom) {
    Axis axis = Axis.linear(0, 100, LEFT, chart.right(RIGHT));
    chart.ticksBelow(axis, 5, 0, bottom, percent -> Math.round(percent) + " %");
    double y = 6;
    for (RankGroup group : groups) {
      bar(chart, group, axis, y);
      y += ROW;
    }
  }

  private static void bar(Chart chart, RankGroup group, Axis axis, double y) {
    chart.label("label end", LEFT - 8, y + 20, name(group));
    double sum = group.stages().stream().mapToDouble(StageShare::share).sum();
    double before = 0;
    for (StageShare part : group.stages()) {
      double share = part.share() / sum;
      double x = axis.at(before * 100);
      before += share;
      double end = axis.at(before * 100);
      String title = StageName.of(part.stage()) + ": " + Quantity.duration(part.meanNs()) + " in the mean, "
          + Math.round(share * 100) + " % of a message's time";
      chart.box(style(part.stage()), x, y, Math.max(0.5, end - x - 0.5), BAR, title);
    }
    chart.label("label strong", chart.right(RIGHT - 10), y + 20, Quantity.duration(group.meanNs()));
  }

  private static String name(RankGroup group) {
    return group.isSlowest() ? "slowest " + (100 - group.fromPercent()) + " %"
        : "around p" + (group.fromPercent() + group.toPercent()) / 2;
  }

  private void legend(List<RankGroup> groups) {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    groups.forEach(group -> group.stages().forEach(stage -> stages.add(stage.stage())));
    out.open("ul", "class", "legend");
    for (Stage stage : stages) {
      out.open("li").element("span", "", "class", "key " + style(stage)).text(StageName.of(stage)).close();
    }
    out.closeLine();
    out.sentence("p", "Each bar is divided as the time of each of its messages is: of those whose latencies are "
        + "nearest to the percentile (5 % on each side), and of the slowest; the mean of their latencies stands beside "
        + "it.", "class", "note");
  }

  static String style(Stage stage) {
    return "stage-" + stage.symbol();
  }
}
