package org.sockmodel.runtime.report.conform;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.OptionalLong;
import org.sockmodel.runtime.analysis.conform.Agreement;
import org.sockmodel.runtime.analysis.conform.Comparison;
import org.sockmodel.runtime.analysis.conform.Difference;
import org.sockmodel.runtime.analysis.conform.OneSided;
import org.sockmodel.runtime.analysis.conform.PlacedStep;
import org.sockmodel.runtime.analysis.conform.SequenceResult;
import org.sockmodel.runtime.analysis.conform.SetAside;

/** A comparison as JSON, with every difference. Names are stable; new members may be added. */
public final class ConformJson {

  /** The version of the JSON. */
  public static final String SCHEMA = "sockmodel.conform/1";

  private final Comparison comparison;
  private final OptionalLong ipiLatencyNs;
  private final JsonWriter json;

  private ConformJson(Comparison comparison, OptionalLong ipiLatencyNs, JsonWriter json) {
    this.comparison = comparison;
    this.ipiLatencyNs = ipiLatencyNs;
    this.json = json;
  }

  /**
   * Writes the comparison and a final line end; does not close {@code out}.
   *
   * @param ipiLatencyNs what the candidate took from the reference; nothing if it had its own
   */
  public static void write(Comparison comparison, OptionalLong ipiLatencyNs, Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setIndent("  ");
    json.setHtmlSafe(true);
    new ConformJson(comparison, ipiLatencyNs, json).write();
    json.flush();
    out.write('\n');
    out.flush();
  }

  private void write() throws IOException {
    json.beginObject();
    json.name("schema").value(SCHEMA);
    json.name("agrees").value(comparison.isFull());
    part("events", comparison.eventAgreement(), comparison.events());
    if (!comparison.functions().isEmpty()) {
      part("functions", comparison.functionAgreement(), comparison.functions());
    }
    json.name("set_aside").beginArray();
    for (SetAside rule : comparison.setAside()) {
      json.beginObject();
      json.name("rule").value(rule.rule());
      json.name("reference").value(rule.reference());
      json.name("candidate").value(rule.candidate());
      json.endObject();
    }
    json.endArray();
    only("only_reference", comparison.onlyReference());
    only("only_candidate", comparison.onlyCandidate());
    if (ipiLatencyNs.isPresent()) {
      json.name("ipi_latency_ns").value(ipiLatencyNs.getAsLong());
    }
    json.name("notes").beginArray();
    for (String note : ConformNotes.of(comparison)) {
      json.value(note);
    }
    json.endArray();
    json.endObject();
  }

  private void part(String name, Agreement total, List<SequenceResult> results) throws IOException {
    json.name(name).beginObject();
    agreement(total);
    json.name("sequences").beginArray();
    for (SequenceResult result : results) {
      json.beginObject();
      json.name("thread").value(result.thread());
      json.name("context").value(result.lane().symbol());
      agreement(result.agreement());
      json.name("differences").beginArray();
      for (Difference difference : result.differences()) {
        json.beginObject();
        steps("before", difference.before());
        steps("missing", difference.missing());
        steps("extra", difference.extra());
        steps("after", difference.after());
        json.endObject();
      }
      json.endArray();
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private void agreement(Agreement agreement) throws IOException {
    json.name("percent").value(agreement.percent());
    json.name("matched").value(agreement.matched());
    json.name("missing").value(agreement.missing());
    json.name("extra").value(agreement.extra());
  }

  private void steps(String name, List<PlacedStep> steps) throws IOException {
    json.name(name).beginArray();
    for (PlacedStep step : steps) {
      json.beginObject();
      json.name("step").value(step.text());
      json.name("time_ns").value(step.timeNs());
      json.name("cpu").value(step.cpu());
      json.name("call").value(step.call());
      json.endObject();
    }
    json.endArray();
  }

  private void only(String name, List<OneSided> sided) throws IOException {
    json.name(name).beginArray();
    for (OneSided one : sided) {
      json.beginObject();
      json.name("name").value(one.name());
      json.name("count").value(one.count());
      json.endObject();
    }
    json.endArray();
  }
}
