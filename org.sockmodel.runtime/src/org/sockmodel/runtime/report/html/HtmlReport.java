package org.sockmodel.runtime.report.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalDouble;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.napi.NapiSummary;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.Headline;
import org.sockmodel.runtime.report.Notes;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.StageName;
import org.sockmodel.runtime.report.SwitchCounts;

/**
 * A report as one HTML file. It loads nothing, can be read without scripts, and its only script is named by its hash,
 * so that no text of a trace can run. For pictures over time the analysis must have been asked for its timeline.
 */
public final class HtmlReport {

  private static final int MOST_DEVICES = 4;

  private final Report report;
  private final Markup out = new Markup();

  private HtmlReport(Report report) {
    this.report = report;
  }

  /**
   * The whole file.
   *
   * @param title what the trace is called, such as its file's name
   */
  public static String of(Report report, String title) {
    return new HtmlReport(report).page(title);
  }

  private String page(String title) {
    String script = Page.resource("report.js");
    Page.begin(out, title, "'sha256-" + hash(script) + "'");
    answer(title);
    timeline();
    latency();
    interrupts();
    polls();
    rest();
    out.close();
    out.open("script").trusted(script).close();
    out.close().closeLine();
    return out.toString();
  }

  private void answer(String title) {
    out.open("header");
    out.element("p", title, "class", "name");
    out.sentence("h1", StageName.drawn(Headline.of(report)));
    new HtmlSlowest(out, report.latencies()).sentence();
    out.sentence("p", Quantity.count(report.trace().events(), "event", "events") + " in "
        + Quantity.duration(report.trace().durationNs()) + " on "
        + Quantity.count(report.trace().cpus(), "CPU", "CPUs") + ", read as " + report.trace().format() + ". "
        + Quantity.count(report.receives().calls(), "receive call", "receive calls") + ", "
        + Quantity.count(report.receives().messages(), "message", "messages") + ", "
        + (report.receives().completions() == 0 ? ""
            : Quantity.count(report.receives().completions()) + " of them by io_uring, ")
        + Quantity.count(report.receives().errors(), "error", "errors") + ".", "class", "note");
    out.closeLine();
    if (report.receives().messages() > 0) {
      Map<String, OptionalDouble> each = report.costs();
      out.open("section", "class", "cards", "aria-label", "Cost of a message");
      card(each.get("hardirqs"), "hard interrupts");
      card(each.get("softirqs"), "NET_RX softirqs");
      card(each.get("wakeups"), "wake-ups");
      card(each.get("context_switches"), "context switches");
      out.closeLine();
    }
    notes();
  }

  private void card(OptionalDouble value, String name) {
    out.open("div", "class", "card").element("b", Quantity.each(value)).element("span", name)
        .element("small", "per message").close();
  }

  private void notes() {
    var notes = Notes.of(report);
    if (!notes.isEmpty()) {
      out.open("ul", "class", "notes");
      notes.forEach(note -> out.sentence("li", note));
      out.closeLine();
    }
  }

  private void timeline() {
    if (!report.timeline().spans().isEmpty()) {
      section("Timeline");
      TimelineChart chart = new TimelineChart(out);
      chart.write(report.timeline());
      report.latencies().worst().stream().findFirst()
          .ifPresent(slowest -> chart.tellWhereSlowest(report.timeline(), slowest));
      out.closeLine();
    }
  }

  private void latency() {
    Distribution total = report.receives().time(Stage.TOTAL);
    if (total.isEmpty()) {
      return;
    }
    section("Where the time goes");
    new StageChart(out).write(report.latencies().groups());
    new HtmlTables(out, report).stages();
    out.closeLine();
    section("Latency of messages");
    new DistributionChart(out).write("the latency of messages", total);
    out.sentence("p", "How many messages took how long, and below it the share of those that took no longer; the scale"
        + " of time is logarithmic.", "class", "note");
    out.closeLine();
    section("The slowest messages");
    new HtmlSlowest(out, report.latencies()).write();
    out.closeLine();
    if (report.latencies().readers().size() > 1) {
      section("Readers");
      new HtmlTables(out, report).readers();
      out.closeLine();
    }
    section("Ways that messages took");
    new HtmlTables(out, report).paths();
    out.closeLine();
  }

  private void interrupts() {
    section("Interrupts and softirqs");
    if (!report.recorded().hardirqs() && !report.recorded().softirqs()) {
      out.sentence("p", "Those of devices and softirqs were not recorded.");
    }
    new OverTimeChart(out).write(report.timeline().bins());
    new HtmlTables(out, report).interrupts();
    out.closeLine();
    section("CPUs");
    new HtmlTables(out, report).cpus();
    out.closeLine();
  }

  private void polls() {
    if (report.napi().devices().isEmpty()) {
      return;
    }
    section("Packets per poll");
    out.sentence("p", "How many polls found how many packets.", "class", "note");
    for (NapiSummary.Device device : report.napi().devices().stream().limit(MOST_DEVICES).toList()) {
      out.element("h3", device.name());
      new PollChart(out).write(device);
    }
    new HtmlTables(out, report).polls();
    out.closeLine();
  }

  private void rest() {
    Distribution wakeup = report.scheduling().wakeupToRun();
    section("Scheduling");
    String counts = SwitchCounts.of(report);
    out.sentence("p", Character.toUpperCase(counts.charAt(0)) + counts.substring(1) + (wakeup.isEmpty() ? "."
        : "; from wake-up to run p50 " + Quantity.duration(wakeup.p50Ns()) + ", p99 "
            + Quantity.duration(wakeup.p99Ns()) + ", max " + Quantity.duration(wakeup.maxNs()) + "."));
    new HtmlTables(out, report).tasks();
    out.closeLine();
    section("Drops");
    if (report.drops().isEmpty()) {
      out.sentence("p", "The trace shows none.");
    } else {
      out.sentence("p", Quantity.count(report.drops().missed()) + " missed by cards, "
          + Quantity.count(report.drops().freed()) + " freed by kfree_skb, "
          + Quantity.count(report.drops().udpQueueFailed()) + " not queued by UDP, receive queue full "
          + Quantity.count(report.drops().receiveQueueFull(), "time", "times") + ".");
      new HtmlTables(out, report).drops();
    }
    out.closeLine();
  }

  private void section(String heading) {
    out.open("section").element("h2", heading);
  }

  private static String hash(String script) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
