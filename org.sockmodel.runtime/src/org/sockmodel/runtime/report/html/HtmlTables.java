package org.sockmodel.runtime.report.html;

import java.util.List;
import java.util.function.Function;
import org.sockmodel.runtime.analysis.cpus.CpuMode;
import org.sockmodel.runtime.analysis.cpus.CpuSummary;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.drops.DropSummary;
import org.sockmodel.runtime.analysis.interrupts.InterruptSummary;
import org.sockmodel.runtime.analysis.latency.ReaderLatency;
import org.sockmodel.runtime.analysis.napi.NapiSummary;
import org.sockmodel.runtime.analysis.receive.PathCount;
import org.sockmodel.runtime.analysis.receive.StageTime;
import org.sockmodel.runtime.analysis.scheduling.SchedulingSummary;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.StageName;

/** The figures behind the pictures, as tables. */
final class HtmlTables {

  private final Markup out;
  private final Report report;

  HtmlTables(Markup out, Report report) {
    this.out = out;
    this.report = report;
  }

  void stages() {
    HtmlTable table = new HtmlTable(out, "stage", "messages", "min", "p50", "p90", "p99", "max");
    for (StageTime stage : report.receives().stages()) {
      Distribution time = stage.time();
      table.row(StageName.of(stage.stage()), Quantity.count(time.count()), Quantity.duration(time.minNs()),
          Quantity.duration(time.p50Ns()), Quantity.duration(time.p90Ns()), Quantity.duration(time.p99Ns()),
          Quantity.duration(time.maxNs()));
    }
    table.close();
  }

  void interrupts() {
    InterruptSummary interrupts = report.interrupts();
    HtmlTable table = new HtmlTable(out, "interrupt or softirq", "count", "per second", "per packet", "per message",
        "raised NET_RX", "time");
    for (InterruptSummary.Line line : interrupts.lines()) {
      table.row("irq " + line.irq() + " " + line.name(), Quantity.count(line.count()), perSecond(line.count()),
          Quantity.each(line.perPacket()), each(line.count()), Quantity.count(line.raisedNetRx()),
          Quantity.spent(line.count(), line.timeNs()));
    }
    for (InterruptSummary.Vector vector : interrupts.vectors()) {
      table.row(vector.name(), Quantity.count(vector.count()), perSecond(vector.count()), "", each(vector.count()), "",
          Quantity.spent(vector.count(), vector.timeNs()));
    }
    for (InterruptSummary.SoftirqCount softirq : interrupts.softirqs()) {
      String where = softirq.inKsoftirqd() == 0 ? ""
          : " (" + Quantity.count(softirq.inKsoftirqd()) + " in ksoftirqd)";
      table.row("softirq " + softirq.name() + where, Quantity.count(softirq.entries()), perSecond(softirq.entries()),
          "", each(softirq.entries()), "", Quantity.spent(softirq.entries(), softirq.timeNs()));
    }
    table.close();
  }

  void paths() {
    HtmlTable table = new HtmlTable(out, "began with", "<softirq on", "<reader", "<returned on", "messages");
    for (PathCount path : report.receives().paths()) {
      String softirq = path.softirqCpu() < 0 ? "-"
          : "CPU " + path.softirqCpu() + (path.inKsoftirqd() ? ", in ksoftirqd" : "");
      table.row(path.origin().label() + (path.irq() < 0 ? "" : " " + path.irq()), softirq,
          path.wakeup() ? "was woken" : "found it waiting", "CPU " + path.readerCpu(), Quantity.count(path.count()));
    }
    table.close();
  }

  void readers() {
    HtmlTable table = new HtmlTable(out, "reader", "messages", "p50", "p99");
    for (ReaderLatency reader : report.latencies().readers()) {
      table.row(reader.name(), Quantity.count(reader.messages()), Quantity.duration(reader.p50Ns()),
          Quantity.duration(reader.p99Ns()));
    }
    table.close();
  }

  void polls() {
    HtmlTable table = new HtmlTable(out, "device", "<polled on", "polls", "packets", "per poll", "p50", "p99", "empty",
        "budget used up");
    for (NapiSummary.Device device : report.napi().devices()) {
      List<NapiSummary.Context> contexts = device.contexts();
      polls(table, device.name(), contexts.size() == 1 ? polledOn(contexts.get(0)) : "", device.all());
      if (contexts.size() > 1) {
        Function<NapiSummary.Context, String> address = device.shortAddresses();
        contexts.forEach(context -> polls(table, device.name() + " " + address.apply(context), polledOn(context),
            context.polls()));
      }
    }
    table.close();
  }

  private static String polledOn(NapiSummary.Context context) {
    return "CPU " + context.cpu() + (context.cpus() > 1 ? " and others" : "");
  }

  private static void polls(HtmlTable table, String name, String polledOn, NapiSummary.Polls polls) {
    table.row(name, polledOn, Quantity.count(polls.count()), Quantity.count(polls.packets()),
        Quantity.each(polls.packetsEach()), Quantity.count(polls.percentile(50)),
        Quantity.count(polls.percentile(99)), Quantity.count(polls.empty()), Quantity.count(polls.budgetExhausted()));
  }

  void tasks() {
    HtmlTable table = new HtmlTable(out, "task", "switched in", "ran for");
    for (SchedulingSummary.TaskTime task : report.scheduling().tasks()) {
      table.row(task.name(), Quantity.count(task.switchIns()), Quantity.duration(task.runNs()));
    }
    table.close();
  }

  void drops() {
    HtmlTable table = new HtmlTable(out, "reason", "<where", "packets");
    for (DropSummary.Place place : report.drops().places()) {
      table.row(place.reason().isEmpty() ? "none given" : place.reason(), place.location(),
          Quantity.count(place.count()));
    }
    table.close();
    if (!report.drops().devices().isEmpty()) {
      dropsByDevice();
    }
    if (!report.drops().udpPorts().isEmpty()) {
      dropsByPort();
    }
  }

  private void dropsByDevice() {
    HtmlTable table = new HtmlTable(out, "device", "packets");
    for (DropSummary.DeviceCount device : report.drops().devices()) {
      table.row(device.device(), Quantity.count(device.count()));
    }
    table.close();
  }

  private void dropsByPort() {
    HtmlTable table = new HtmlTable(out, "UDP port", "datagrams not queued");
    for (DropSummary.PortCount port : report.drops().udpPorts()) {
      table.row(Integer.toString(port.port()), Quantity.count(port.count()));
    }
    table.close();
  }

  void cpus() {
    HtmlTable table = new HtmlTable(out, "CPU", "hardirq", "softirq", "ksoftirqd", "system", "user", "idle", "packets",
        "backlog full", "NET_RX again", "NET_RX by IPI");
    for (CpuSummary.Cpu cpu : report.cpus().cpus()) {
      table.row("CPU " + cpu.cpu(), share(cpu, CpuMode.HARDIRQ), share(cpu, CpuMode.SOFTIRQ),
          share(cpu, CpuMode.KSOFTIRQD), share(cpu, CpuMode.SYSTEM), share(cpu, CpuMode.USER),
          share(cpu, CpuMode.IDLE), Quantity.count(cpu.packets()), Quantity.count(cpu.backlogDrops()),
          Quantity.count(cpu.netRxReraised()), Quantity.count(cpu.netRxByIpi()));
    }
    table.close();
  }

  private String share(CpuSummary.Cpu cpu, CpuMode mode) {
    return !report.recorded().tells(mode) ? "-" : Quantity.share(cpu.timeNs(mode), cpu.totalNs());
  }

  private String perSecond(long count) {
    return Quantity.rate(report.perSecond(count));
  }

  private String each(long count) {
    return Quantity.each(report.ofAllForEach(count));
  }
}
