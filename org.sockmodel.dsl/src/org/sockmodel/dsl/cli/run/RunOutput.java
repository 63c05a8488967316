package org.sockmodel.dsl.cli.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import org.sockmodel.dsl.expectation.Expectations;
import org.sockmodel.dsl.expectation.Verdict;
import org.sockmodel.dsl.run.ModelRun;
import org.sockmodel.dsl.run.RunText;
import org.sockmodel.runtime.kernel.netdev.SoftnetStat;
import org.sockmodel.runtime.scenario.ProtocolCounters;

/** Shows a run: report and seed on standard output, what is wrong on standard error. */
public final class RunOutput {

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().serializeNulls().create();

  private final String file;
  private final ModelRun run;
  private final PrintWriter err;
  private final JsonObject report;
  private final List<Verdict> verdicts;
  private final RunText text;

  /**
   * @param file the model file as the user named it
   * @param run one that has ended
   * @param others what other models report, if the model compares with them
   */
  public RunOutput(String file, ModelRun run, Expectations.OtherRuns others, PrintWriter err) {
    this.file = file;
    this.run = run;
    this.err = err;
    report = run.json();
    verdicts = run.verdicts(others);
    text = new RunText(file, run, verdicts);
  }

  /** The report's JSON with two members more: the run, and the expectations. */
  public void writeJson(PrintWriter out) {
    JsonObject about = new JsonObject();
    about.addProperty("model", file);
    about.addProperty("seed", run.result().seed());
    about.addProperty("end_ns", run.result().endNs());
    JsonArray warnings = new JsonArray();
    run.result().warnings().forEach(warnings::add);
    about.add("warnings", warnings);
    about.add("softnet_stat", softnetStat());
    about.add("protocols", protocols());
    report.add("run", about);
    JsonArray expectations = new JsonArray();
    for (Verdict verdict : verdicts) {
      JsonObject expectation = new JsonObject();
      expectation.addProperty("line", verdict.expectation().line());
      expectation.addProperty("holds", verdict.holds());
      expectation.addProperty("text", verdict.text());
      expectations.add(expectation);
    }
    report.add("expectations", expectations);
    out.println(GSON.toJson(report));
    out.flush();
  }

  private JsonArray softnetStat() {
    JsonArray lines = new JsonArray();
    for (SoftnetStat stat : run.result().softnet()) {
      JsonObject line = new JsonObject();
      line.addProperty("processed", stat.processed());
      line.addProperty("dropped", stat.dropped());
      line.addProperty("time_squeeze", stat.timeSqueeze());
      line.addProperty("received_rps", stat.receivedRps());
      line.addProperty("flow_limit_count", stat.flowLimitCount());
      lines.add(line);
    }
    return lines;
  }

  private JsonArray protocols() {
    JsonArray networks = new JsonArray();
    for (ProtocolCounters counters : run.result().protocols()) {
      JsonObject network = new JsonObject();
      network.addProperty("network", counters.network());
      counters.byGroup().forEach((group, counts) -> {
        JsonObject named = new JsonObject();
        counts.forEach((counter, count) -> named.addProperty(counter.label(), count));
        network.add(group.label(), named);
      });
      networks.add(network);
    }
    return networks;
  }

  /** What a person reads: the report, and how many expectations were met. */
  public void writeText(PrintWriter out) {
    text.writeReport(out);
  }

  /** Tells warnings and failed expectations; whether an expectation failed. */
  public boolean complain() {
    return text.writeComplaints(err);
  }
}
