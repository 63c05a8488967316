package org.sockmodel.dsl.run;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.bytes.PartialOutput;
import org.sockmodel.runtime.trace.ctf.CtfEnvironment;
import org.sockmodel.runtime.trace.ctf.CtfWriter;

/** Runs a model and writes its events to a folder, as CTF; of a run that does not end well nothing is left there. */
public final class TracedRun {

  private TracedRun() {
  }

  /**
   * Runs it.
   *
   * @param also gets every event too
   * @throws TraceException if the trace cannot be written
   */
  public static void run(ModelRun run, Path folder, TraceSink also) throws TraceException {
    Simulation simulation = run.simulation();
    CtfEnvironment environment =
        CtfEnvironment.of(simulation.hostname(), simulation.kernelRelease()).withTaskContext();
    try (CtfWriter writer = new CtfWriter(folder, simulation.cpus(), simulation.names(), environment)) {
      boolean complete = false;
      try {
        run.run(event -> {
          also.accept(event);
          writer.accept(event);
        });
        complete = true;
      } catch (UncheckedIOException e) {
        if (writer.hasFailed()) {
          throw PartialOutput.failure(folder, e.getCause());
        }
        throw e;
      } finally {
        if (!complete) {
          writer.abort();
        }
      }
    }
  }
}
