package org.sockmodel.runtime.report.diff;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.OptionalDouble;

/** A comparison as JSON. Names are stable; a value that does not exist is null. */
public final class DiffJson {

  private final JsonWriter json;

  private DiffJson(JsonWriter json) {
    this.json = json;
  }

  /** Writes the comparison and a final line end; does not close {@code out}. */
  public static void write(ReportDiff diff, Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setIndent("  ");
    json.setHtmlSafe(true);
    new DiffJson(json).write(diff);
    json.flush();
    out.write('\n');
    out.flush();
  }

  private void write(ReportDiff diff) throws IOException {
    json.beginObject();
    json.name("schema").value(ReportDiff.SCHEMA);
    json.name("before").value(diff.before());
    json.name("after").value(diff.after());
    json.name("more_than_noise").value(diff.isMoreThanNoise());
    json.name("per_message").beginArray();
    for (CountChange count : diff.counts()) {
      json.beginObject();
      json.name("name").value(count.name());
      real("before", count.beforeEach());
      real("after", count.afterEach());
      json.name("verdict").value(count.verdict().symbol());
      json.endObject();
    }
    json.endArray();
    json.name("times").beginArray();
    for (TimeChange time : diff.times()) {
      time(time);
    }
    json.endArray();
    json.endObject();
  }

  private void time(TimeChange time) throws IOException {
    json.beginObject();
    json.name("name").value(time.name());
    json.name("count_before").value(time.countBefore());
    json.name("count_after").value(time.countAfter());
    json.name("percentiles").beginArray();
    for (PercentileChange percentile : time.percentiles()) {
      json.beginObject();
      json.name("percent").value(percentile.percent());
      duration("before_ns", time.countBefore() == 0, percentile.beforeNs());
      duration("after_ns", time.countAfter() == 0, percentile.afterNs());
      json.name("verdict").value(percentile.verdict().symbol());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private void duration(String name, boolean missing, long value) throws IOException {
    json.name(name);
    if (missing) {
      json.nullValue();
    } else {
      json.value(value);
    }
  }

  private void real(String name, OptionalDouble value) throws IOException {
    json.name(name);
    if (value.isPresent()) {
      json.value(value.getAsDouble());
    } else {
      json.nullValue();
    }
  }
}
