package org.sockmodel.dsl.cli.run;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.dsl.cli.input.Progress;
import org.sockmodel.dsl.run.ModelRun;
import org.sockmodel.dsl.run.TracedRun;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.scenario.ScenarioException;
import org.sockmodel.runtime.trace.TraceException;

/** The run of a model by a command: it tells how far it is, and a model that cannot be run is bad input. */
public final class WatchedRun {

  private final String file;
  private final ModelRun run;

  /**
   * @param file the model file as the user named it
   * @param functions whether the kernel's functions are traced too
   */
  public WatchedRun(String file, ModelDeclaration model, long seed, boolean functions) {
    this.file = file;
    try {
      run = new ModelRun(model, seed, functions);
    } catch (ScenarioException e) {
      throw refused(e);
    }
  }

  /** The run itself. */
  public ModelRun run() {
    return run;
  }

  /**
   * Simulates and analyses.
   *
   * @param traceFolder where the trace is written too; null for nowhere
   */
  public void run(Path traceFolder) {
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
  public void runUnwatched() {
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

  private InputException refused(ScenarioException e) {
    return new InputException(e.in(file));
  }
}
