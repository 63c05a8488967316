package org.sockmodel.dsl.cli.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.common.util.URI;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.dsl.cli.input.ModelInput;
import org.sockmodel.dsl.compile.LoadedModel;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.dsl.compile.Problem;
import org.sockmodel.dsl.run.FinishedRuns;
import org.sockmodel.dsl.sweep.SweepAxis;
import org.sockmodel.dsl.sweep.SweepJournal;
import org.sockmodel.dsl.sweep.SweepOutcome;
import org.sockmodel.dsl.sweep.SweepPlan;
import org.sockmodel.dsl.sweep.SweepPoint;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.trace.bytes.PartialOutput;

/** A sweep: all its models are made and checked first, so that none fails after hours, then they are run. */
public final class SweepRun {

  private static final long MOST_RUNS = 100_000;

  private final ModelInput input;
  private final String file;
  private final long seed;
  private final List<SweepTask> tasks = new ArrayList<>();
  private SweepPlan plan;

  /**
   * @param seed of every run if the sweep names no seeds
   */
  public SweepRun(ModelInput input, String file, long seed) {
    this.input = input;
    this.file = file;
    this.seed = seed;
  }

  /**
   * Reads the model and makes its variants; whether all of them are valid.
   *
   * @param assignments {@code NAME=VALUE} each, in place of what the model says
   */
  public boolean prepare(List<String> assignments) {
    LoadedModel loaded = input.loadRunnable(file, assignments);
    if (!loaded.isValid()) {
      return false;
    }
    plan = SweepPlan.of(loaded.model(), seed).orElseThrow(() -> new InputException(Problem.ofFile(file,
        "has no sweep; add for example: sweep { eth0.moderation.rx_usecs in 0us, 50us  seeds 1..5 }").toString()));
    if (plan.size() > MOST_RUNS) {
      throw new InputException(Problem.ofFile(file, "sweeps " + plan.size() + " runs; " + MOST_RUNS
          + " is the most, so take some values or seeds away").toString());
    }
    for (List<SweepAxis.Value> combination : plan.combinations()) {
      List<SweepPoint> points = plan.points(combination);
      LoadedModel variant = input.assign(file, loaded, points.get(0).assignments());
      if (!variant.isValid()) {
        return false;
      }
      SweepVariant shared = new SweepVariant(file, ModelCompiler.folder(variant.model()),
          input.language().compiler().sources(variant.model()));
      points.forEach(point -> tasks.add(new SweepTask(shared, point)));
    }
    return true;
  }

  /** Runs all of it. */
  public SweepOutcome run(int jobs) throws IOException {
    try {
      return new SweepOutcome(plan.axes(), pool(jobs).run(task -> null, (task, result) -> { }));
    } catch (InterruptedException e) {
      throw interrupted(file + ": interrupted");
    }
  }

  /**
   * Runs what is not done, and keeps what is in the journal beside {@code target}.
   *
   * @param resume whether the journal of a sweep that was interrupted counts
   */
  public SweepOutcome run(int jobs, Path target, boolean resume) throws IOException {
    Path kept = SweepJournal.path(target);
    if (!resume && Files.exists(kept)) {
      throw new InputException(kept + ": is what an interrupted sweep has done; add --resume to continue it, or delete"
          + " it");
    }
    try (SweepJournal journal = open(target, resume)) {
      return new SweepOutcome(plan.axes(), pool(jobs).run(task -> journal.find(task.id()).orElse(null),
          (task, result) -> journal.add(task.id(), result)));
    } catch (InterruptedException e) {
      throw interrupted(kept + ": has what is done; continue with --resume");
    }
  }

  private static InputException interrupted(String message) {
    Thread.currentThread().interrupt();
    return new InputException(message);
  }

  /** Models that expectations compare with are read and run once a seed, by the thread that needs them first. */
  private SweepPool pool(int jobs) {
    Map<Long, FinishedRuns> others = new ConcurrentHashMap<>();
    return new SweepPool(jobs, tasks, task -> task.run(others.computeIfAbsent(task.point().seed(),
        runs -> new FinishedRuns(this::declare, runs)).beside(input.uri(file))));
  }

  /** Reading models is for one thread at a time. */
  private synchronized ModelDeclaration declare(URI uri) {
    return input.declare(uri);
  }

  private static SweepJournal open(Path target, boolean resume) {
    try {
      return new SweepJournal(target, resume);
    } catch (IOException e) {
      throw new InputException(PartialOutput.failure(SweepJournal.path(target), e).getMessage());
    }
  }
}
