package org.sockmodel.dsl.cli.batch;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sockmodel.dsl.batch.Batch;
import org.sockmodel.dsl.batch.BuildState;
import org.sockmodel.dsl.batch.ModelFiles;
import org.sockmodel.dsl.batch.Outcome;
import org.sockmodel.dsl.cli.batch.BatchSummary.Fate;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.dsl.cli.input.ModelInput;
import org.sockmodel.dsl.cli.input.Progress;
import org.sockmodel.dsl.compile.Problem;

/** Checks or generates the models that a command names, and keeps on disk what goes with those that are good. */
public final class BatchRun {

  private final BuildState state;
  private final Path output;
  private final List<String> parameters;
  private final Map<String, String> owners = new HashMap<>();
  private final BatchSummary summary = new BatchSummary();

  /**
   * @param state file with what need not be done again; null for none
   * @param output the folder for sources; null if the models are only checked
   * @param parameters {@code NAME=VALUE} each, for every model
   */
  public BatchRun(Path state, Path output, List<String> parameters) {
    this.state = state == null ? BuildState.none() : BuildState.of(state, parameters);
    this.output = output;
    this.parameters = parameters;
  }

  /**
   * Works on all models that {@code arguments} name and tells what came of them; whether none is wrong.
   *
   * @param out where files and the summary are told, as JSON if that is wanted
   * @param err where a person reads of problems
   */
  public boolean run(List<String> arguments, boolean asJson, PrintWriter out, PrintWriter err) {
    run(arguments);
    save();
    if (asJson) {
      summary.printJson(out);
    } else {
      summary.print(wanted(), out, err);
    }
    return !summary.hasWrong();
  }

  private void run(List<String> arguments) {
    ModelFiles files = new ModelFiles(arguments);
    Batch batch = new Batch(state, output != null,
        language -> ModelInput.assignments(language, parameters));
    try (Progress progress = Progress.of(batch::done, files.names().size())) {
      batch.run(files.names(), this::take);
    }
    files.problems().forEach(problem -> summary.add(problem.file(), Fate.WRONG, List.of(problem), List.of()));
  }

  private void take(Outcome outcome) {
    Path model = Path.of(outcome.model().indexOf('\0') >= 0 ? "" : outcome.model());
    if (outcome.unchanged()) {
      state.outputs(model).forEach(file -> owners.put(file.toString(), outcome.model()));
      summary.add(outcome.model(), Fate.UNCHANGED, outcome.problems(), List.of());
    } else if (outcome.isWrong()) {
      reject(outcome, model, outcome.problems());
    } else {
      accept(outcome, model);
    }
  }

  private void accept(Outcome outcome, Path model) {
    List<Path> files = outcome.sources().keySet().stream().sorted().map(path -> output.resolve(path)).toList();
    for (Path file : files) {
      String owner = owners.putIfAbsent(absolute(file), outcome.model());
      if (owner != null && !owner.equals(outcome.model())) {
        reject(outcome, model, List.of(Problem.ofFile(outcome.model(), "has the same name as the model in " + owner
            + ", so both would be " + file + "; rename one")));
        return;
      }
    }
    write(outcome, files);
    delete(model, files.stream().map(BatchRun::absolute).collect(Collectors.toSet()));
    if (outcome.problems().isEmpty()) {
      state.good(model, outcome.inputs(), files);
    } else {
      state.seen(model, files);
    }
    summary.add(outcome.model(), wanted(), outcome.problems(), files);
  }

  private void write(Outcome outcome, List<Path> files) {
    if (files.isEmpty()) {
      return;
    }
    try {
      new SourceFolder(output).write(new TreeMap<>(outcome.sources()));
    } catch (IOException e) {
      throw new InputException(output + ": cannot be written; check that it is a folder and its permissions");
    }
  }

  /** Leaves nothing behind of a model that is wrong now. */
  private void reject(Outcome outcome, Path model, List<Problem> problems) {
    delete(model, Set.of());
    state.forget(model);
    summary.add(outcome.model(), Fate.WRONG, problems, List.of());
  }

  private void delete(Path model, Set<String> kept) {
    for (Path file : state.outputs(model)) {
      String owner = owners.get(file.toString());
      if (!kept.contains(file.toString()) && (owner == null || owner.equals(model.toString()))) {
        try {
          new SourceFolder(output).delete(file);
        } catch (IOException e) {
          throw new InputException(file + ": cannot be deleted; check the permissions of its folder");
        }
      }
    }
  }

  private Fate wanted() {
    return output == null ? Fate.CHECKED : Fate.GENERATED;
  }

  private void save() {
    try {
      state.save();
    } catch (IOException e) {
      throw new InputException(e.getMessage() + ": cannot be written; check that it is a file and its permissions");
    }
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }
}
