package org.sockmodel.runtime.report.html;

import java.util.List;
import org.sockmodel.runtime.analysis.latency.Latencies;
import org.sockmodel.runtime.analysis.latency.SlowMessage;
import org.sockmodel.runtime.analysis.latency.StageShare;
import org.sockmodel.runtime.analysis.latency.Trait;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.SlowTexts;
import org.sockmodel.runtime.report.StageName;

/** The slowest messages: what they have in common that others have not, and each of the worst. */
final class HtmlSlowest {

  private final Markup out;
  private final Latencies latencies;

  HtmlSlowest(Markup out, Latencies latencies) {
    this.out = out;
    this.latencies = latencies;
  }

  /** In one paragraph. */
  void sentence() {
    if (!latencies.slowest().isEmpty()) {
      out.sentence("p", "The slowest 1 %: " + StageName.drawn(SlowTexts.of(latencies.slowest())) + ". "
          + SlowTexts.tasks(latencies));
    }
  }

  void write() {
    List<Trait> worth = SlowTexts.worthTelling(latencies.traits());
    if (worth.isEmpty()) {
      out.sentence("p", "Nothing of what a trace shows is more frequent among the slowest 1 % than among all.");
    } else {
      out.sentence("p", "Of the slowest 1 %:");
      out.open("ul");
      worth.forEach(trait -> out.sentence("li", SlowTexts.trait(trait)));
      out.closeLine();
    }
    HtmlTable table = HtmlTable.ofNames(out, "returned at", "latency", "<longest stage", "took", "<reader",
        "<on", "<its CPU ran", "<in its way", "<came by", "<softirq on");
    for (SlowMessage message : latencies.worst()) {
      row(table, message);
    }
    table.close();
  }

  private static void row(HtmlTable table, SlowMessage message) {
    StageShare longest = SlowTexts.longest(message.stages());
    table.row(Quantity.seconds(message.returnNs()), Quantity.duration(message.totalNs()),
        StageName.of(longest.stage()), Quantity.duration(longest.meanNs()),
        message.reader() + " (" + message.tid() + ")",
        "CPU " + message.cpu(), orDash(SlowTexts.task(message.heldUpBy(), message.heldUpByTid())),
        orDash(SlowTexts.inItsWay(message)), message.irq() < 0 ? "-" : "irq " + message.irq(),
        message.softirqCpu() < 0 ? "-" : "CPU " + message.softirqCpu());
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }
}
