package org.sockmodel.runtime.report.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import org.sockmodel.runtime.analysis.interrupts.InterruptSummary;
import org.sockmodel.runtime.report.Report;

/** The members of a report's JSON about interrupts and softirqs. */
final class JsonInterrupts {

  private final JsonWriter json;
  private final Report report;

  JsonInterrupts(JsonWriter json, Report report) {
    this.json = json;
    this.report = report;
  }

  void write() throws IOException {
    InterruptSummary interrupts = report.interrupts();
    json.name("interrupts").beginObject();
    json.name("hardirq").beginObject();
    json.name("total").value(interrupts.hardirqs());
    json.name("network").value(interrupts.networkHardirqs());
    json.name("packets_without_line").value(interrupts.packetsWithoutLine());
    json.name("by_irq").beginArray();
    for (InterruptSummary.Line line : interrupts.lines()) {
      json.beginObject();
      json.name("irq").value(line.irq());
      json.name("name").value(line.name());
      json.name("count").value(line.count());
      JsonReport.real(json.name("per_second"), report.perSecond(line.count()));
      json.name("raised_net_rx").value(line.raisedNetRx());
      json.name("packets").value(line.packets());
      JsonReport.real(json.name("per_packet"), line.perPacket());
      json.name("time_ns").value(line.timeNs());
      json.endObject();
    }
    json.endArray();
    json.endObject();
    vectors("ipis", interrupts.vectors().stream().filter(vector -> !vector.isTimer()).toList());
    vectors("timers", interrupts.vectors().stream().filter(InterruptSummary.Vector::isTimer).toList());
    softirqs(interrupts);
    json.endObject();
  }

  private void vectors(String name, List<InterruptSummary.Vector> vectors) throws IOException {
    json.name(name).beginArray();
    for (InterruptSummary.Vector vector : vectors) {
      json.beginObject();
      json.name("vector").value(vector.vector());
      json.name("name").value(vector.name());
      json.name("count").value(vector.count());
      json.name("time_ns").value(vector.timeNs());
      json.endObject();
    }
    json.endArray();
  }

  private void softirqs(InterruptSummary interrupts) throws IOException {
    json.name("softirq").beginArray();
    for (InterruptSummary.SoftirqCount softirq : interrupts.softirqs()) {
      json.beginObject();
      json.name("vec").value(softirq.vec());
      json.name("name").value(softirq.name());
      json.name("raised").value(softirq.raised());
      json.name("entries").value(softirq.entries());
      json.name("in_ksoftirqd").value(softirq.inKsoftirqd());
      json.name("time_ns").value(softirq.timeNs());
      json.endObject();
    }
    json.endArray();
  }
}
