package org.sockmodel.runtime.report.html;

import java.util.List;
import org.sockmodel.runtime.analysis.timeline.Timeline;
import org.sockmodel.runtime.report.Quantity;

/** Messages, device interrupts, softirqs and switches over the whole trace, one strip each. */
final class OverTimeChart {

  private static final int LEFT = 148;
  private static final int RIGHT = 24;
  private static final int ROW = 54;
  private static final int HEIGHT = 42;
  private static final int BOTTOM = 4 * ROW;

  private final Markup out;

  OverTimeChart(Markup out) {
    this.out = out;
  }

  void write(Timeline.Bins bins) {
    if (bins.hardirqs().isEmpty()) {
      return;
    }
    Chart.draw(out, "Messages, interrupts, softirqs and switches over time", BOTTOM + 24, chart -> strips(chart, bins));
  }

  private static void strips(Chart chart, Timeline.Bins bins) {
    Axis axis = Axis.linear(0, (double) bins.widthNs() * bins.hardirqs().size(), LEFT, chart.right(RIGHT));
    chart.ticksBelow(axis, 8, 0, BOTTOM, Quantity::duration);
    strip(chart, "messages", "bar", bins.messages(), bins.widthNs(), axis, 0);
    strip(chart, "device interrupts", "span-hardirq", bins.hardirqs(), bins.widthNs(), axis, 1);
    strip(chart, "NET_RX softirqs", "span-softirq", bins.softirqs(), bins.widthNs(), axis, 2);
    strip(chart, "context switches", "span-task", bins.switches(), bins.widthNs(), axis, 3);
  }

  private static void strip(Chart chart, String name, String style, List<Long> counts, long widthNs, Axis axis,
      int row) {
    long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
    String width = Quantity.duration(widthNs);
    double base = row * ROW + HEIGHT + 8;
    chart.label("label end", LEFT - 12, base - 18, name);
    chart.label("tick end", LEFT - 12, base - 3, "up to " + Quantity.count(most) + " in " + width);
    chart.line("axis", LEFT, base, chart.right(RIGHT), base);
    for (int bin = 0; bin < counts.size(); bin++) {
      if (counts.get(bin) > 0) {
        double x = axis.at((double) bin * widthNs);
        double height = Math.max(1, HEIGHT * (double) counts.get(bin) / most);
        chart.box(style, x, base - height, Math.max(1, axis.at((bin + 1.0) * widthNs) - x), height,
            Quantity.duration((double) bin * widthNs) + ": " + Quantity.count(counts.get(bin)) + " " + name + " in "
                + width);
      }
    }
  }
}
