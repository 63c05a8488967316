package org.sockmodel.runtime.report.html;

import java.util.List;
import org.sockmodel.runtime.analysis.napi.NapiSummary;
import org.sockmodel.runtime.report.Quantity;

/** How many polls of a device found how many packets. */
final class PollChart {

  private static final int LEFT = 64;
  private static final int RIGHT = Chart.WIDTH - 24;
  private static final int BOTTOM = 130;

  private final Chart chart;

  PollChart(Markup out) {
    chart = new Chart(out);
  }

  void write(NapiSummary.Device device) {
    List<NapiSummary.PollCount> counts = device.packetsPerPoll();
    int mostPackets = counts.get(counts.size() - 1).packets();
    long mostPolls = counts.stream().mapToLong(NapiSummary.PollCount::polls).max().orElse(1);
    Axis packets = Axis.linear(-0.5, Math.max(mostPackets, 7) + 0.5, LEFT, RIGHT);
    Axis polls = Axis.linear(0, mostPolls, BOTTOM, 10);
    chart.open("Packets per poll of " + device.name(), BOTTOM + 24);
    chart.ticksLeft(polls, 4, LEFT, RIGHT, count -> Quantity.count(Math.round(count)));
    for (double tick : packets.ticks(12)) {
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
    chart.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    chart.close();
  }
}
