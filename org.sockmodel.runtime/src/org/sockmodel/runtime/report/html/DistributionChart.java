package org.sockmodel.runtime.report.html;

import java.util.List;
import java.util.Locale;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.report.Quantity;

/** A distribution of durations on a logarithmic scale: how many there were of each, and below them their share. */
final class DistributionChart {

  private static final int LEFT = 64;
  private static final int RIGHT = 24;
  private static final int HISTOGRAM_BOTTOM = 150;
  private static final int SHARE_TOP = 186;
  private static final int SHARE_BOTTOM = 316;
  private static final int[] MARKED = {50, 90, 99};

  private final Markup out;

  DistributionChart(Markup out) {
    this.out = out;
  }

  void write(String what, Distribution time) {
    if (time.isEmpty()) {
      return;
    }
    List<Distribution.Bin> bins = time.bins();
    Chart.draw(out, "Histogram and cumulative share of " + what, SHARE_BOTTOM + 24, chart -> {
      Axis axis = Axis.logarithmic(bins.get(0).lowNs(), bins.get(bins.size() - 1).highNs(), LEFT, chart.right(RIGHT));
      histogram(chart, bins, axis);
      share(chart, time, axis);
    });
  }

  private static void histogram(Chart chart, List<Distribution.Bin> bins, Axis axis) {
    double most = bins.stream().mapToLong(Distribution.Bin::count).max().orElse(1);
    Axis counts = Axis.linear(0, most, HISTOGRAM_BOTTOM, 10);
    chart.countsLeft(counts, LEFT, chart.right(RIGHT));
    chart.ticksBelow(axis, 9, 10, HISTOGRAM_BOTTOM, Quantity::duration);
    for (Distribution.Bin bin : bins) {
      if (bin.count() > 0) {
        double x = axis.at(bin.lowNs());
        double y = Math.min(counts.at(bin.count()), HISTOGRAM_BOTTOM - 1);
        chart.box("bar", x, y, Math.max(1, axis.at(bin.highNs()) - x - 1), HISTOGRAM_BOTTOM - y,
            Quantity.duration(bin.lowNs()) + " to " + Quantity.duration(bin.highNs()) + ": "
                + Quantity.count(bin.count(), "message", "messages"));
      }
    }
  }

  private static void share(Chart chart, Distribution time, Axis axis) {
    Axis shares = Axis.linear(0, 100, SHARE_BOTTOM, SHARE_TOP);
    chart.ticksLeft(shares, 4, LEFT, chart.right(RIGHT), percent -> Math.round(percent) + " %");
    chart.ticksBelow(axis, 9, SHARE_TOP, SHARE_BOTTOM, Quantity::duration);
    StringBuilder steps = new StringBuilder();
    for (int percent = 0; percent <= 100; percent++) {
      double x = axis.at(time.percentileNs(percent));
      steps.append(String.format(Locale.ROOT, percent == 0 ? "M%.1f %.1f" : "H%.1fV%.1f", x, shares.at(percent)));
    }
    chart.path("curve", steps.toString());
    for (int percent : MARKED) {
      double x = axis.at(time.percentileNs(percent));
      chart.line("mark", x, SHARE_TOP, x, SHARE_BOTTOM);
    }
    // Above all lines, since those of others cross a label where percentiles are close.
    for (int percent : MARKED) {
      double x = axis.at(time.percentileNs(percent));
      boolean before = x > chart.right(RIGHT + 120);
      chart.label("tick strong " + (before ? "end" : ""), x + (before ? -5 : 5),
          shares.at(percent == 50 ? 36 : percent == 90 ? 21 : 6), "p" + percent + " "
              + Quantity.duration(time.percentileNs(percent)));
    }
  }
}
