package org.sockmodel.runtime.report.html;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sockmodel.runtime.analysis.timeline.Timeline;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.SafeText;

/** The timeline as data for the script: times in nanoseconds from the first span, when a message
 * returned also as the report says it, names in a list. */
final class TimelineData {

  private final Markup out;

  TimelineData(Markup out) {
    this.out = out;
  }

  void write(Timeline timeline, InterruptTones tones) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setHtmlSafe(true);
      json.beginObject();
      long originNs = timeline.spans().get(0).startNs();
      messages(json, timeline, originNs);
      spans(json, timeline, tones, originNs);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.open("script", "type", "application/json", "id", "timeline-data").trusted(text.toString()).closeLine();
  }

  private static void messages(JsonWriter json, Timeline timeline, long originNs) throws IOException {
    json.name("messages").beginArray();
    for (Timeline.MessageSpan message : timeline.messages()) {
      json.beginArray().value(message.startNs() - originNs).value(message.returnNs() - originNs)
          .value(Quantity.seconds(message.returnNs())).endArray();
    }
    json.endArray();
  }

  private static void spans(JsonWriter json, Timeline timeline, InterruptTones tones, long originNs)
      throws IOException {
    Map<String, Integer> names = new LinkedHashMap<>();
    json.name("spans").beginArray();
    for (Timeline.Span span : timeline.spans()) {
      int name = names.computeIfAbsent(span.name(), any -> names.size());
      json.beginArray().value(span.lane()).value(span.kind().ordinal()).value(name)
          .value(span.startNs() - originNs).value(span.endNs() - originNs).endArray();
    }
    json.endArray();
    json.name("names").beginArray();
    for (String name : names.keySet()) {
      json.value(SafeText.of(name));
    }
    json.endArray();
    json.name("tones").beginArray();
    for (String name : names.keySet()) {
      json.value(tones.tone(name));
    }
    json.endArray();
    json.name("lanes").beginArray();
    for (Timeline.Lane lane : timeline.lanes()) {
      json.value(SafeText.of(lane.name(), 15));
    }
    json.endArray();
  }
}
