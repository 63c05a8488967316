package org.sockmodel.runtime.report.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import org.sockmodel.runtime.analysis.latency.Latencies;
import org.sockmodel.runtime.analysis.latency.RankGroup;
import org.sockmodel.runtime.analysis.latency.ReaderLatency;
import org.sockmodel.runtime.analysis.latency.SlowMessage;
import org.sockmodel.runtime.analysis.latency.StageShare;
import org.sockmodel.runtime.analysis.latency.TaskShare;
import org.sockmodel.runtime.analysis.latency.Trait;

/** The members of a report's JSON about fast and slow messages. */
final class JsonLatencies {

  private final JsonWriter json;

  JsonLatencies(JsonWriter json) {
    this.json = json;
  }

  void write(Latencies latencies) throws IOException {
    json.name("latency_groups").beginArray();
    for (RankGroup group : latencies.groups()) {
      group(group);
    }
    json.endArray();
    json.name("slow_traits").beginArray();
    for (Trait trait : latencies.traits()) {
      json.beginObject();
      json.name("trait").value(trait.kind().symbol());
      json.name("value").value(trait.value());
      json.name("count").value(trait.slow());
      json.name("share").value(rounded(trait.slowShare()));
      json.name("share_of_all").value(rounded(trait.allShare()));
      json.endObject();
    }
    json.endArray();
    json.name("slow_tasks").beginArray();
    for (TaskShare task : latencies.tasks()) {
      json.beginObject();
      json.name("name").value(task.name());
      known("tid", task.tid());
      json.name("threads").value(task.threads());
      json.name("share").value(rounded(task.share()));
      json.endObject();
    }
    json.endArray();
    if (!latencies.slowest().isEmpty()) {
      json.name("slow_interrupted_share").value(rounded(latencies.interruptedShare()));
    }
    JsonReport.known(json, "slow_reader_cpu", latencies.readerCpu());
    json.name("readers").beginArray();
    for (ReaderLatency reader : latencies.readers()) {
      json.beginObject();
      json.name("name").value(reader.name());
      json.name("messages").value(reader.messages());
      json.name("about_p50_ns").value(reader.p50Ns());
      json.name("about_p99_ns").value(reader.p99Ns());
      json.endObject();
    }
    json.endArray();
    json.name("slowest_messages").beginArray();
    for (SlowMessage message : latencies.worst()) {
      message(message);
    }
    json.endArray();
  }

  private void group(RankGroup group) throws IOException {
    json.beginObject();
    json.name("from_percent").value(group.fromPercent());
    json.name("to_percent").value(group.toPercent());
    json.name("count").value(group.messages());
    json.name("from_ns").value(group.fromNs());
    json.name("mean_ns").value(Math.round(group.meanNs()));
    stages(group.stages());
    json.endObject();
  }

  private void message(SlowMessage message) throws IOException {
    json.beginObject();
    json.name("return_ns").value(message.returnNs());
    json.name("total_ns").value(message.totalNs());
    json.name("reader").value(message.reader());
    json.name("tid").value(message.tid());
    json.name("reader_cpu").value(message.cpu());
    JsonReport.known(json, "irq", message.irq());
    JsonReport.known(json, "softirq_cpu", message.softirqCpu());
    text("ran_before", message.ranBefore());
    text("held_up_by", message.heldUpBy());
    known("held_up_by_tid", message.heldUpByTid());
    text("interrupt", message.interrupt());
    json.name("interrupted_ns").value(message.interruptedNs());
    stages(message.stages());
    json.endObject();
  }

  private void known(String name, int tid) throws IOException {
    if (tid > 0) {
      json.name(name).value(tid);
    }
  }

  private void text(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.name(name).value(value);
    }
  }

  private void stages(List<StageShare> stages) throws IOException {
    json.name("stages").beginArray();
    for (StageShare stage : stages) {
      json.beginObject();
      json.name("stage").value(stage.stage().symbol());
      json.name("time_ns").value(Math.round(stage.meanNs()));
      json.name("share").value(rounded(stage.share()));
      json.endObject();
    }
    json.endArray();
  }

  private static double rounded(double share) {
    return Math.round(share * 1000) / 1000.0;
  }
}
