package org.sockmodel.dsl.run;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockmodel.dsl.expectation.Expectations;
import org.sockmodel.dsl.expectation.Verdict;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.query.SocketQuery;
import org.sockmodel.runtime.model.Expectation;
import org.sockmodel.runtime.model.Expectation.Readers;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.json.JsonReport;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.scenario.SimulationResult;
import org.sockmodel.runtime.trace.CountingSink;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;

/**
 * One run of a model: the simulation, its report, and the verdicts on what the model expects. What it expects of one
 * thread or port is counted by an analysis of its own, with the same filter that one uses for a recorded trace.
 */
public final class ModelRun {

  private final ModelDeclaration model;
  private final Simulation simulation;
  private final Map<Readers, Analysis> analyses = new LinkedHashMap<>();
  private final TraceStatistics statistics = new TraceStatistics("simulation").nothingLeftOut();
  private SimulationResult result;

  /**
   * @param functions whether the kernel's functions are traced too
   * @throws org.sockmodel.runtime.scenario.ScenarioException if the model cannot be run
   */
  public ModelRun(ModelDeclaration model, long seed, boolean functions) {
    this.model = model;
    simulation = new Simulation(model, seed, functions);
    statistics.atLeastCpus(simulation.cpus());
    analyses.put(Readers.ALL, new Analysis(simulation.names(), Filter.ALL));
    for (Expectation expectation : model.expectations()) {
      analyses.computeIfAbsent(expectation.readers(), readers ->
          new Analysis(simulation.names(), filter(readers)).withPorts(simulation::localPort));
    }
  }

  private static Filter filter(Readers readers) {
    return readers.thread().isEmpty() ? Filter.ALL.withPort(readers.port())
        : Filter.ALL.withTask(ThreadDeclaration.comm(readers.thread()));
  }

  /** The simulation, which {@link #run} runs. */
  public Simulation simulation() {
    return simulation;
  }

  /** The analysis of everything, to which others may listen. */
  public Analysis analysis() {
    return analyses.get(Readers.ALL);
  }

  /** How many events there have been so far. */
  public long events() {
    return statistics.events();
  }

  /**
   * Simulates and analyses.
   *
   * @throws org.sockmodel.runtime.scenario.ScenarioException if a thread asks for what the simulator does not have
   */
  public void run() {
    run(event -> { });
  }

  /** As {@link #run()}; {@code also} gets every event first. */
  public void run(TraceSink also) {
    Analysis[] all = analyses.values().toArray(Analysis[]::new);
    result = simulation.run(new CountingSink(statistics, event -> {
      also.accept(event);
      for (Analysis analysis : all) {
        analysis.accept(event);
      }
    }));
  }

  /** What the simulation says of itself; null before the run. */
  public SimulationResult result() {
    return result;
  }

  /** The report on everything. */
  public Report report() {
    return analysis().report(statistics);
  }

  /** The report as JSON. */
  public JsonObject json() {
    return JsonReport.tree(report());
  }

  /**
   * The verdicts on the model's expectations.
   *
   * @param others what other models report, if the model compares with them
   */
  public List<Verdict> verdicts(Expectations.OtherRuns others) {
    if (model.expectations().isEmpty()) {
      return List.of();
    }
    Map<Readers, JsonObject> reports = new LinkedHashMap<>();
    analyses.forEach((readers, analysis) -> reports.put(readers, JsonReport.tree(analysis.report(statistics))));
    MachineDeclaration machine = model.machines().get(0);
    KernelProfile kernel = KernelProfile.of(machine.kernel()).with(machine, model.sourceFile());
    SocketQuery sockets = new SocketQuery(kernel, Credentials.USER);
    return new Expectations(reports::get, sockets, others).judge(model.expectations());
  }
}
