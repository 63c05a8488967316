package org.sockmodel.runtime.report.html;

import java.util.List;
import org.sockmodel.runtime.analysis.napi.NapiSummary;
import org.sockmodel.runtime.report.Quantity;

/** How many polls of a device found how many packets. */
final class PollChart {

  private static final int LEFT = 64;
  private static final int RIGHT = 24;
  private static final int BOTTOM = 130;

  private final Markup out;

  PollChart(Markup out) {
    this.out = out;
  }

  void write(NapiSummary.Device device) {
    Chart.draw(out, "Packets per poll of " + device.name(), BOTTOM + 24, chart -> polls(chart, device));
  }

  private static void polls(Chart chart, NapiSummary.Device device) {
    List<NapiSummary.PollCount> counts = device.all().packetsPerPoll();
    int mostPackets = counts.get(counts.size() - 1).packets();
    long mostPolls = counts.stream().mapToLong(NapiSummary.PollCount::polls).max().orElse(1);
    Axis packets = Axis.linear(-0.5, Math.max(mostPackets, 7) + 0.5, LEFT, chart.right(RIGHT));
    Axis polls = Axis.linear(0, mostPolls, BOTTOM, 10);
    chart.countsLeft(polls, LEFT, chart.right(RIGHT));
    for (double tick : packets.ticks(chart.fitting(12))) {
      if (tick == Math.rint(tick)) {
        chart.label("tick middle", packets.at(tick), BOTTOM + 16, Quantity.count(Math.round(tick)));
      }
    }
    for (NapiSummary.PollCount count : counts) {
      double x = packets.at(count.packets() - 0.4);
      double y = Math.min(polls.at(count.polls()), BOTTOM - 1);
      chart.box("bar", x, y, Math.max(1, packets.at(count.packets() + 0.4) - x), BOTTOM - y,
          Quantity.count(count.polls(), "poll", "polls") + " of "
              + Quantity.count(count.packets(), "packet", "packets"));
    }
    chart.line("axis", LEFT, BOTTOM, chart.right(RIGHT), BOTTOM);
  }
}
