package org.sockmodel.runtime.report.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Locale;
import org.sockmodel.runtime.analysis.cpus.CpuMode;
import org.sockmodel.runtime.analysis.cpus.CpuSummary;

/** The member of a report's JSON about CPUs. */
final class JsonCpus {

  private final JsonWriter json;

  JsonCpus(JsonWriter json) {
    this.json = json;
  }

  void write(CpuSummary summary) throws IOException {
    json.name("cpus").beginArray();
    for (CpuSummary.Cpu cpu : summary.cpus()) {
      json.beginObject();
      json.name("cpu").value(cpu.cpu());
      for (CpuMode mode : CpuMode.values()) {
        json.name(mode.name().toLowerCase(Locale.ROOT) + "_ns").value(cpu.timeNs(mode));
      }
      json.name("packets").value(cpu.packets());
      json.name("backlog_drops").value(cpu.backlogDrops());
      json.name("net_rx_reraised").value(cpu.netRxReraised());
      json.name("net_rx_by_ipi").value(cpu.netRxByIpi());
      json.endObject();
    }
    json.endArray();
  }
}
