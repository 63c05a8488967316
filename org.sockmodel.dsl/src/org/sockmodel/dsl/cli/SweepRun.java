package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.sockmodel.dsl.compile.LoadedModel;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.dsl.compile.Problem;
import org.sockmodel.dsl.run.FinishedRuns;
import org.sockmodel.dsl.sweep.SweepAxis;
import org.sockmodel.dsl.sweep.SweepJournal;
import org.sockmodel.dsl.sweep.SweepPlan;
import org.sockmodel.dsl.sweep.SweepPoint;
import org.sockmodel.dsl.sweep.SweepRow;
import org.sockmodel.dsl.sweep.SweepTable;
import org.sockmodel.dsl.sweep.SweepText;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.report.html.SweepHtml;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.bytes.PartialOutput;

/** A sweep: all its models are made and checked first, so that none fails after hours, then they are run. */
final class SweepRun {

  private static final long MOST_RUNS = 100_000;
  private static final int MOST_TOLD = 10;

  private final ModelInput input;
  private final String file;
  private final ParameterOptions parameters;
  private final long seed;
  private final List<SweepTask> tasks = new ArrayList<>();
  private SweepPlan plan;
  private List<SweepRow> rows;
  private Path target;

  SweepRun(ModelInput input, String file, ParameterOptions parameters, long seed) {
    this.input = input;
    this.file = file;
    this.parameters = parameters;
    this.seed = seed;
  }

  /** Reads the model and makes its variants; whether all of them are valid. */
  boolean prepare() {
    LoadedModel loaded = input.loadRunnable(file, parameters.assignments());
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

  /**
   * Runs what is not done.
   *
   * @param newTarget the file whose journal is kept; null for none
   */
  void run(int jobs, Path newTarget, boolean resume) throws IOException {
    target = newTarget;
    try {
      if (target == null) {
        rows = pool(jobs).run(task -> null, (task, result) -> { });
      } else {
        runKeeping(jobs, resume);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException(target == null ? file + ": interrupted"
          : SweepJournal.path(target) + ": has what is done; continue with --resume");
    }
  }

  private void runKeeping(int jobs, boolean resume) throws IOException, InterruptedException {
    Path kept = SweepJournal.path(target);
    if (!resume && Files.exists(kept)) {
      throw new InputException(kept + ": is what an interrupted sweep has done; add --resume to continue it, or delete"
          + " it");
    }
    try (SweepJournal journal = open(target, resume)) {
      rows = pool(jobs).run(task -> journal.find(task.id()).orElse(null),
          (task, result) -> journal.add(task.id(), result));
    }
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

  /** Writes the files, each as a whole, and deletes the journal; null is a file that is not wanted. */
  void write(Path csv, Path json, Path html) throws IOException {
    SweepTable table = new SweepTable(plan.axes(), rows);
    write(csv, table.csv());
    write(json, table.json());
    write(html, SweepHtml.of(SweepText.summary(file, plan.axes(), rows)));
    if (target != null) {
      Files.deleteIfExists(SweepJournal.path(target));
    }
  }

  /** Tells which expectations are not met, in the order of the sweep; whether all are. */
  boolean judge(PrintWriter err) {
    List<String> unmet = rows.stream().flatMap(row -> row.result().judgements().stream()
        .filter(judgement -> !judgement.holds())
        .map(judgement -> file + ":" + judgement.line() + ": with " + described(row.point()) + ": "
            + judgement.text())).toList();
    unmet.stream().limit(MOST_TOLD).forEach(err::println);
    if (unmet.size() > MOST_TOLD) {
      err.println(file + ": " + (unmet.size() - MOST_TOLD) + " more expectations are not met; --json FILE has them");
    }
    err.flush();
    return unmet.isEmpty();
  }

  private static String described(SweepPoint point) {
    return Stream.concat(point.assignments().stream().map(Object::toString), Stream.of("seed " + point.seed()))
        .collect(Collectors.joining(", "));
  }

  private static void write(Path file, String text) throws IOException {
    if (file == null) {
      return;
    }
    try {
      PartialOutput output = PartialOutput.file(file);
      Files.writeString(output.path(), text);
      output.commit();
    } catch (TraceException e) {
      throw new InputException(e.getMessage());
    }
  }

  /** The table for a person. */
  String text() {
    return SweepText.of(plan.axes(), rows);
  }
}
