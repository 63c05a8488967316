package org.sockmodel.runtime.report.json;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.OptionalDouble;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.distribution.Percentile;
import org.sockmodel.runtime.analysis.receive.ReceiveSummary;
import org.sockmodel.runtime.analysis.receive.StageTime;
import org.sockmodel.runtime.report.ErrnoName;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.TraceSummary;

/**
 * A report as JSON. Names are stable; new members may be added. A value that does not exist, such as a percentile of no
 * durations, is null. Texts from the trace are escaped by the writer.
 */
public final class JsonReport {

  private final Report report;
  private final JsonWriter json;

  private JsonReport(Report report, JsonWriter json) {
    this.report = report;
    this.json = json;
  }

  /** The report as a tree. */
  public static JsonObject tree(Report report) {
    try {
      StringWriter text = new StringWriter();
      write(report, text);
      return JsonParser.parseString(text.toString()).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the report and a final line end; does not close {@code out}. */
  public static void write(Report report, Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setIndent("  ");
    json.setHtmlSafe(true);
    new JsonReport(report, json).write();
    json.flush();
    out.write('\n');
    out.flush();
  }

  private void write() throws IOException {
    json.beginObject();
    json.name("schema").value(Report.SCHEMA);
    trace();
    filter();
    new JsonInterrupts(json, report).write();
    scheduling();
    receives();
    perMessage();
    stages();
    new JsonLatencies(json).write(report.latencies());
    new JsonDevices(json).write(report);
    new JsonCpus(json).write(report.cpus());
    unattributed();
    json.endObject();
  }

  private void trace() throws IOException {
    TraceSummary trace = report.trace();
    json.name("trace").beginObject();
    json.name("format").value(trace.format());
    json.name("events").value(trace.events());
    json.name("unparsed").value(trace.unparsed());
    json.name("lost").value(trace.lost());
    json.name("overwritten").value(trace.overwritten());
    json.name("cpus").value(trace.cpus());
    json.name("begin_ns").value(trace.beginNs());
    json.name("end_ns").value(trace.endNs());
    if (!trace.warning().isEmpty()) {
      json.name("warning").value(trace.warning());
    }
    json.endObject();
  }

  private void filter() throws IOException {
    if (report.filter().isAll()) {
      return;
    }
    json.name("filter").beginObject();
    number("begin_ns", report.filter().beginNs(), Long.MIN_VALUE);
    number("end_ns", report.filter().endNs(), Long.MAX_VALUE);
    number("cpu", report.filter().cpu(), -1);
    number("port", report.filter().port(), -1);
    number("irq", report.filter().irq(), -1);
    if (!report.filter().task().isEmpty()) {
      json.name("task").value(report.filter().task());
    }
    json.endObject();
  }

  private void number(String name, long value, long none) throws IOException {
    if (value != none) {
      json.name(name).value(value);
    }
  }

  private void scheduling() throws IOException {
    json.name("scheduling").beginObject();
    json.name("context_switches").value(report.scheduling().contextSwitches());
    json.name("unrecorded_switches").value(report.scheduling().unseenSwitches());
    json.name("wakeups").value(report.scheduling().wakeups());
    json.name("wakeup_to_run").beginObject();
    distribution(json, report.scheduling().wakeupToRun());
    json.endObject();
    json.name("tasks").beginArray();
    for (var task : report.scheduling().tasks()) {
      json.beginObject();
      json.name("name").value(task.name());
      json.name("switch_ins").value(task.switchIns());
      json.name("run_ns").value(task.runNs());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private void receives() throws IOException {
    ReceiveSummary receives = report.receives();
    json.name("receives").beginObject();
    json.name("calls").value(receives.calls());
    json.name("blocked").value(receives.blocked());
    json.name("returned").value(receives.returned());
    json.name("errors").value(receives.errors());
    json.name("messages").value(receives.messages());
    json.name("completions").value(receives.completions());
    json.name("bytes").value(receives.bytes());
    json.name("readers").value(receives.readers());
    json.name("hardirqs").value(receives.hardirqs());
    json.name("softirqs").value(receives.softirqs());
    json.name("by_errno").beginArray();
    for (var error : receives.errorsByErrno()) {
      json.beginObject();
      json.name("errno").value(error.errno());
      json.name("name").value(ErrnoName.name(error.errno()));
      json.name("count").value(error.count());
      json.endObject();
    }
    json.endArray();
    json.name("attributed_by").beginObject();
    for (var attribution : receives.attributions()) {
      json.name(attribution.attribution().symbol()).value(attribution.count());
    }
    json.endObject();
    json.endObject();
  }

  private void perMessage() throws IOException {
    json.name("per_message").beginObject();
    for (Map.Entry<String, OptionalDouble> cost : report.costs().entrySet()) {
      real(json.name(cost.getKey()), cost.getValue());
    }
    json.endObject();
  }

  /** Writes a number of an interrupt or a CPU, unless it is negative, for not known. */
  static void known(JsonWriter json, String name, int value) throws IOException {
    if (value >= 0) {
      json.name(name).value(value);
    }
  }

  /** Writes a value that may not exist. */
  static void real(JsonWriter json, OptionalDouble value) throws IOException {
    if (value.isPresent()) {
      json.value(value.getAsDouble());
    } else {
      json.nullValue();
    }
  }

  private void stages() throws IOException {
    json.name("stages").beginArray();
    for (StageTime time : report.receives().stages()) {
      json.beginObject();
      json.name("stage").value(time.stage().symbol());
      distribution(json, time.time());
      json.endObject();
    }
    json.endArray();
  }

  private void unattributed() throws IOException {
    ReceiveSummary.Unattributed unattributed = report.receives().unattributed();
    json.name("unattributed").beginObject();
    json.name("messages").value(unattributed.messages());
    json.name("unrecorded_switch_ins").value(unattributed.switchIns());
    json.name("backwards").value(unattributed.backwards());
    json.name("other_port").value(unattributed.otherPort());
    json.name("other_reads").value(unattributed.otherReads());
    json.name("maybe_left").value(unattributed.maybeLeft());
    json.endObject();
  }

  /** Writes the members of a distribution into the current object. */
  static void distribution(JsonWriter json, Distribution time) throws IOException {
    json.name("count").value(time.count());
    duration(json, "min_ns", time, time.minNs());
    duration(json, "p50_ns", time, time.p50Ns());
    duration(json, "p90_ns", time, time.p90Ns());
    duration(json, "p99_ns", time, time.p99Ns());
    duration(json, "max_ns", time, time.maxNs());
    for (int percent : Distribution.REPORTED) {
      range(json, time, percent);
    }
    json.name("mean_ns");
    if (time.isEmpty()) {
      json.nullValue();
    } else {
      json.value(Math.round(time.meanNs() * 10) / 10.0);
    }
  }

  private static void range(JsonWriter json, Distribution time, int percent) throws IOException {
    Percentile percentile = time.percentile(percent);
    json.name("p" + percent + "_range_ns");
    if (time.isEmpty()) {
      json.nullValue();
    } else {
      json.beginArray().value(percentile.lowNs()).value(percentile.highNs()).endArray();
    }
  }

  private static void duration(JsonWriter json, String name, Distribution time, long value) throws IOException {
    json.name(name);
    if (time.isEmpty()) {
      json.nullValue();
    } else {
      json.value(value);
    }
  }
}
