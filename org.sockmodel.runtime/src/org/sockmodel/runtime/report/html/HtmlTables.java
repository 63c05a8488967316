package org.sockmodel.runtime.report.html;

import java.util.OptionalDouble;
import org.sockmodel.runtime.analysis.cpus.CpuMode;
import org.sockmodel.runtime.analysis.cpus.CpuSummary;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.drops.DropSummary;
import org.sockmodel.runtime.analysis.interrupts.InterruptSummary;
import org.sockmodel.runtime.analysis.napi.NapiSummary;
import org.sockmodel.runtime.analysis.receive.PathCount;
import org.sockmodel.runtime.analysis.receive.StageTime;
import org.sockmodel.runtime.analysis.scheduling.SchedulingSummary;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.Report;

/** The figures behind the pictures, as tables. */
final class HtmlTables {

  private final Markup out;
  private final Report report;

  HtmlTables(Markup out, Report report) {
    this.out = out;
    this.report = report;
  }

  void stages() {
    open("stage", "messages", "min", "p50", "p90", "p99", "max");
    for (StageTime stage : report.receives().stages()) {
      Distribution time = stage.time();
      row(StageChart.arrow(stage.stage()), Quantity.count(time.count()), Quantity.duration(time.minNs()),
          Quantity.duration(time.p50Ns()), Quantity.duration(time.p90Ns()), Quantity.duration(time.p99Ns()),
          Quantity.duration(time.maxNs()));
    }
    close();
  }

  void interrupts() {
    InterruptSummary interrupts = report.interrupts();
    open("interrupt or softirq", "count", "per second", "per packet", "per message", "raised NET_RX", "time");
    for (InterruptSummary.Line line : interrupts.lines()) {
      row("irq " + line.irq() + " " + line.name(), Quantity.count(line.count()), perSecond(line.count()),
          Quantity.each(line.perPacket()), each(line.count()), Quantity.count(line.raisedNetRx()),
          Quantity.spent(line.count(), line.timeNs()));
    }
    for (InterruptSummary.Vector vector : interrupts.vectors()) {
      row(vector.name(), Quantity.count(vector.count()), perSecond(vector.count()), "", each(vector.count()), "",
          Quantity.spent(vector.count(), vector.timeNs()));
    }
    for (InterruptSummary.SoftirqCount softirq : interrupts.softirqs()) {
      String where = softirq.inKsoftirqd() == 0 ? ""
          : " (" + Quantity.count(softirq.inKsoftirqd()) + " in ksoftirqd)";
      row("softirq " + softirq.name() + where, Quantity.count(softirq.entries()), perSecond(softirq.entries()), "",
          each(softirq.entries()), "", Quantity.spent(softirq.entries(), softirq.timeNs()));
    }
    close();
  }

  void paths() {
    open("began with", "softirq on", "reader", "returned on", "messages");
    for (PathCount path : report.receives().paths()) {
      String softirq = path.softirqCpu() < 0 ? "-"
          : "CPU " + path.softirqCpu() + (path.inKsoftirqd() ? ", in ksoftirqd" : "");
      row(path.origin().label() + (path.irq() < 0 ? "" : " " + path.irq()), softirq,
          path.wakeup() ? "was woken" : "found it waiting", "CPU " + path.readerCpu(), Quantity.count(path.count()));
    }
    close();
  }

  void polls() {
    open("device", "polls", "packets", "empty", "budget used up");
    for (NapiSummary.Device device : report.napi().devices()) {
      row(device.name(), Quantity.count(device.polls()), Quantity.count(device.packets()),
          Quantity.count(device.empty()), Quantity.count(device.budgetExhausted()));
    }
    close();
  }

  void tasks() {
    open("task", "switched in", "ran for");
    for (SchedulingSummary.TaskTime task : report.scheduling().tasks()) {
      row(task.name(), Quantity.count(task.switchIns()), Quantity.duration(task.runNs()));
    }
    close();
  }

  void drops() {
    open("reason", "where", "packets");
    for (DropSummary.Place place : report.drops().places()) {
      row(place.reason().isEmpty() ? "none given" : place.reason(), place.location(), Quantity.count(place.count()));
    }
    close();
  }

  void cpus() {
    open("CPU", "hardirq", "softirq", "ksoftirqd", "system", "user", "idle", "packets", "backlog full",
        "NET_RX again", "NET_RX by IPI");
    for (CpuSummary.Cpu cpu : report.cpus().cpus()) {
      row("CPU " + cpu.cpu(), share(cpu, CpuMode.HARDIRQ), share(cpu, CpuMode.SOFTIRQ),
          share(cpu, CpuMode.KSOFTIRQD), share(cpu, CpuMode.SYSTEM), share(cpu, CpuMode.USER),
          share(cpu, CpuMode.IDLE), Quantity.count(cpu.packets()), Quantity.count(cpu.backlogDrops()),
          Quantity.count(cpu.netRxReraised()), Quantity.count(cpu.netRxByIpi()));
    }
    close();
  }

  private static String share(CpuSummary.Cpu cpu, CpuMode mode) {
    return Quantity.share(cpu.timeNs(mode), cpu.totalNs());
  }

  private String perSecond(long count) {
    return Quantity.rate(report.perSecond(count));
  }

  private String each(long count) {
    long messages = report.perMessage().messages();
    return Quantity.each(messages == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / messages));
  }

  private void open(String... headings) {
    out.open("div", "class", "scroll").open("table").open("thead").open("tr");
    for (String heading : headings) {
      out.element("th", heading, "scope", "col");
    }
    out.close().close().open("tbody");
  }

  private void row(String first, String... cells) {
    out.open("tr").element("th", first, "scope", "row");
    for (String cell : cells) {
      out.element("td", cell);
    }
    out.closeLine();
  }

  private void close() {
    out.close().close().closeLine();
  }
}
