package org.sockmodel.dsl.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.sockmodel.dsl.run.ModelRun;
import org.sockmodel.dsl.run.TracedRun;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.scenario.ScenarioException;
import org.sockmodel.runtime.trace.TraceException;

/** The run of a model by a command: it tells how far it is, and a model that cannot be run is bad input. */
final class WatchedRun {

  private final String file;
  private final ModelRun run;

  /**
   * @param file the model file as the user named it
   * @param functions whether the kernel's functions are traced too
   */
  WatchedRun(String file, ModelDeclaration model, long seed, boolean functions) {
    this.file = file;
    try {
      run = new ModelRun(model, seed, functions);
    } catch (ScenarioException e) {
      throw refused(e);
    }
  }

  /** The run itself. */
  ModelRun run() {
    return run;
  }

  /**
   * Simulates and analyses.
   *
   * @param traceFolder where the trace is written too; null for nowhere
   */
  void run(Path traceFolder) {
    try (Progress progress = Progress.of(run::events)) {
      if (traceFolder == null) {
        runUnwatched();
      } else {
        runTracing(traceFolder);
      }
    } catch (TraceException | UncheckedIOException e) {
      throw new InputException(e.getMessage());
    }
  }

  /** Simulates and analyses without a word on how far it is, and without a trace. */
  void runUnwatched() {
    try {
      run.run();
    } catch (ScenarioException e) {
      throw refused(e);
    }
  }

  private void runTracing(Path folder) throws TraceException {
    try {
      TracedRun.run(run, folder, event -> { });
    } catch (ScenarioException e) {
      throw refused(e);
    }
  }

  /** Starts the files that the report goes to; to be called before {@link #run(Path)}. */
  ReportFiles start(ReportOptions forms) throws TraceException {
    return forms.start(run.analysis(), run.simulation().names());
  }

  private InputException refused(ScenarioException e) {
    return new InputException(e.in(file));
  }
}
