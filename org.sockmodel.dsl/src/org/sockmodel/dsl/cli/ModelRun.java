package org.sockmodel.dsl.cli;

import com.google.gson.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
import org.sockmodel.runtime.scenario.ScenarioException;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.scenario.SimulationResult;
import org.sockmodel.runtime.trace.CountingSink;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.ctf.CtfEnvironment;
import org.sockmodel.runtime.trace.ctf.CtfWriter;

/** One run of a model: the simulation, its report, and the verdicts on what the model expects. */
final class ModelRun {

  private final String file;
  private final ModelDeclaration model;
  private final Simulation simulation;
  private final Analysis analysis;
  private final TraceStatistics statistics = new TraceStatistics("simulation");
  private SimulationResult result;

  /**
   * @param file the model file as the user named it
   * @param functions whether the kernel's functions are traced too
   */
  ModelRun(String file, ModelDeclaration model, long seed, boolean functions) {
    this.file = file;
    this.model = model;
    try {
      simulation = new Simulation(model, seed, functions);
    } catch (ScenarioException e) {
      throw refused(e);
    }
    analysis = new Analysis(simulation.names(), Filter.ALL);
    statistics.atLeastCpus(simulation.cpus());
  }

  /**
   * Simulates and analyses.
   *
   * @param traceFolder where the trace is written too; null for nowhere
   */
  void run(Path traceFolder) {
    try (Progress progress = Progress.of(statistics::events)) {
      if (traceFolder == null) {
        result = simulation.run(new CountingSink(statistics, analysis));
      } else {
        runTracing(traceFolder);
      }
    } catch (ScenarioException e) {
      throw refused(e);
    } catch (TraceException | UncheckedIOException e) {
      throw new InputException(traceFolder + ": " + e.getMessage());
    }
  }

  /** Simulates and analyses without a word on how far it is, and without a trace. */
  void runUnwatched() {
    try {
      result = simulation.run(new CountingSink(statistics, analysis));
    } catch (ScenarioException e) {
      throw refused(e);
    }
  }

  private void runTracing(Path folder) throws TraceException {
    CtfEnvironment environment =
        CtfEnvironment.of(simulation.hostname(), simulation.kernelRelease()).withTaskContext();
    try (CtfWriter writer = new CtfWriter(folder, simulation.cpus(), simulation.names(), environment)) {
      TraceSink both = event -> {
        writer.accept(event);
        analysis.accept(event);
      };
      boolean complete = false;
      try {
        result = simulation.run(new CountingSink(statistics, both));
        complete = true;
      } finally {
        if (!complete) {
          writer.abort();
        }
      }
    }
  }

  /** Starts the files that the report goes to; to be called before {@link #run}. */
  ReportFiles start(ReportOptions forms) throws TraceException {
    return forms.start(analysis, simulation.names());
  }

  SimulationResult result() {
    return result;
  }

  Report report() {
    return analysis.report(statistics);
  }

  /** The report as JSON. */
  JsonObject json() {
    return JsonReport.tree(report());
  }

  /**
   * The verdicts on the model's expectations, given the report's JSON.
   *
   * @param others what other models report, if the model compares with them
   */
  List<Verdict> verdicts(JsonObject json, Expectations.OtherRuns others) {
    MachineDeclaration machine = model.machines().get(0);
    KernelProfile kernel = KernelProfile.of(machine.kernel()).with(machine, model.sourceFile());
    SocketQuery sockets = new SocketQuery(kernel, Credentials.USER);
    return new Expectations(json, sockets::errno, others).judge(model.expectations());
  }

  private InputException refused(ScenarioException e) {
    return new InputException(file + ":" + (e.line() > 0 ? e.line() + ":" : "") + " " + e.getMessage());
  }
}
