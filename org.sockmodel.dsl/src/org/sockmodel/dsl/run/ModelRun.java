package org.sockmodel.dsl.run;

import com.google.gson.JsonObject;
import java.util.List;
import org.sockmodel.dsl.expectation.Expectations;
import org.sockmodel.dsl.expectation.Verdict;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.query.SocketQuery;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.JsonReport;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.scenario.SimulationResult;
import org.sockmodel.runtime.trace.CountingSink;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;

/** One run of a model: the simulation, its report, and the verdicts on what the model expects. */
public final class ModelRun {

  private final ModelDeclaration model;
  private final Simulation simulation;
  private final Analysis analysis;
  private final TraceStatistics statistics = new TraceStatistics("simulation");
  private SimulationResult result;

  /**
   * @param functions whether the kernel's functions are traced too
   * @throws org.sockmodel.runtime.scenario.ScenarioException if the model cannot be run
   */
  public ModelRun(ModelDeclaration model, long seed, boolean functions) {
    this.model = model;
    simulation = new Simulation(model, seed, functions);
    analysis = new Analysis(simulation.names(), Filter.ALL);
    statistics.atLeastCpus(simulation.cpus());
  }

  /** The simulation, which {@link #run} runs. */
  public Simulation simulation() {
    return simulation;
  }

  /** The analysis of everything, to which others may listen. */
  public Analysis analysis() {
    return analysis;
  }

  /** How many events there have been so far. */
  public long events() {
    return statistics.events();
  }

  /** Simulates and analyses. */
  public void run() {
    run(event -> { });
  }

  /** As {@link #run()}; {@code also} gets every event first. */
  public void run(TraceSink also) {
    result = simulation.run(new CountingSink(statistics, event -> {
      also.accept(event);
      analysis.accept(event);
    }));
  }

  /** What the simulation says of itself; null before the run. */
  public SimulationResult result() {
    return result;
  }

  /** The report on everything. */
  public Report report() {
    return analysis.report(statistics);
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
    MachineDeclaration machine = model.machines().get(0);
    KernelProfile kernel = KernelProfile.of(machine.kernel()).with(machine, model.sourceFile());
    SocketQuery sockets = new SocketQuery(kernel, Credentials.USER);
    return new Expectations(json(), sockets::errno, others).judge(model.expectations());
  }
}
