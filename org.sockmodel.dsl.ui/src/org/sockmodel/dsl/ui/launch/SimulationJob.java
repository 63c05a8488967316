package org.sockmodel.dsl.ui.launch;

import java.io.PrintWriter;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunch;
import org.sockmodel.dsl.expectation.Verdict;
import org.sockmodel.dsl.run.FinishedRuns;
import org.sockmodel.dsl.run.ModelRun;
import org.sockmodel.dsl.run.RunText;
import org.sockmodel.dsl.run.TracedRun;
import org.sockmodel.dsl.ui.language.SockModelLanguage;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.scenario.ScenarioException;
import org.sockmodel.runtime.trace.TraceException;

/** Reads, checks and runs a model, writes what came of it, and shows its trace. Cancelling it stops the simulation. */
final class SimulationJob extends Job {

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int CANCELLED = 130;

  private final SimulationSettings settings;
  private final SimulationProcess process;
  private final PrintWriter out;
  private final PrintWriter err;
  private volatile boolean stopped;

  SimulationJob(SimulationSettings settings, ILaunch launch) {
    super("Simulating " + settings.file().getName());
    this.settings = settings;
    process = new SimulationProcess(launch, settings.model(), this::stop);
    out = process.out().writer();
    err = process.err().writer();
    setUser(false);
    addJobChangeListener(IJobChangeListener.onDone(event -> endUnlessRun()));
  }

  /** A job that is cancelled before it is scheduled would run all the same. */
  private void stop() {
    stopped = true;
    cancel();
  }

  @Override
  public boolean shouldRun() {
    return !stopped;
  }

  private void endUnlessRun() {
    if (!process.isTerminated()) {
      process.end(CANCELLED);
    }
  }

  @Override
  public boolean belongsTo(Object family) {
    return family == SimulationSettings.TYPE;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    int code = FAILED;
    try {
      code = simulate(monitor) ? OK : FAILED;
    } catch (RunnableModel.Refused | ScenarioException e) {
      err.println(e.getMessage());
    } catch (TraceException e) {
      err.println(settings.model() + ": " + e.getMessage());
    } catch (CoreException e) {
      return e.getStatus();
    } catch (OperationCanceledException e) {
      err.println(settings.model() + ": cancelled");
      code = CANCELLED;
      return Status.CANCEL_STATUS;
    } finally {
      process.end(code);
    }
    return Status.OK_STATUS;
  }

  /** Whether all that was expected came true. */
  private boolean simulate(IProgressMonitor monitor) throws CoreException, TraceException {
    RunnableModel models = new RunnableModel(SockModelLanguage.injector().join(), err);
    ModelDeclaration model = models.declare(settings);
    long seed = Long.parseLong(settings.seed().strip());
    ModelRun run = new ModelRun(model, seed, settings.trace() && settings.functions());
    WatchedEvents watched = new WatchedEvents(monitor);
    ProjectTrace trace = settings.trace() ? new ProjectTrace(settings) : null;
    if (trace == null) {
      run.run(watched);
    } else {
      TracedRun.run(run, trace.prepare(monitor), watched);
    }
    FinishedRuns others = new FinishedRuns(models::declare, seed);
    List<Verdict> verdicts = run.verdicts(others.beside(RunnableModel.uri(settings.file())));
    RunText text = new RunText(settings.model(), run, verdicts);
    text.writeReport(out);
    boolean failed = text.writeComplaints(err);
    if (trace != null) {
      IFile file = trace.keep(monitor);
      out.println("trace " + file.getParent().getFullPath().makeRelative()
          + trace.before().map(before -> "; of the model before a change: " + before.getName()).orElse(""));
      ProjectTrace.show(file);
    }
    return !failed;
  }
}
