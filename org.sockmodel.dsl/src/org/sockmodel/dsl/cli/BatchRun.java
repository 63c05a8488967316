package org.sockmodel.dsl.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.sockmodel.dsl.compile.Problem;
import picocli.CommandLine.Model.CommandSpec;

/** Checks or generates the models that a command names, and tells what came of them: problems, files, a summary. */
final class BatchRun {

  private final BuildState state;
  private final Path output;
  private final List<String> parameters;
  private final Map<String, String> owners = new HashMap<>();
  private final List<Done> all = new ArrayList<>();

  /** A model that is done: its sources are written and forgotten. */
  private record Done(String model, String state, List<Problem> problems, List<Path> files) {
  }

  /**
   * @param state file with what need not be done again; null for none
   * @param output the folder for sources; null if the models are only checked
   * @param parameters {@code NAME=VALUE} each, for every model
   */
  BatchRun(Path state, Path output, List<String> parameters) {
    this.state = state == null ? BuildState.none() : BuildState.of(state, parameters);
    this.output = output;
    this.parameters = parameters;
  }

  /** Works on all models that {@code arguments} name and tells what came of them; the exit code. */
  int call(List<String> arguments, CommandSpec spec, boolean asJson) {
    run(arguments);
    save();
    if (asJson) {
      printJson(spec.commandLine().getOut());
    } else {
      print(spec.commandLine().getOut(), spec.commandLine().getErr());
    }
    return count("wrong") > 0 ? ExitCode.FAILED : ExitCode.OK;
  }

  private void run(List<String> arguments) {
    ModelFiles files = new ModelFiles(arguments);
    Batch batch = new Batch(state, output != null,
        language -> ModelInput.assignments(language, parameters));
    try (Progress progress = Progress.of(batch::done, files.names().size())) {
      batch.run(files.names(), this::take);
    }
    files.problems().forEach(problem -> all.add(new Done(problem.file(), "wrong", List.of(problem), List.of())));
  }

  private void take(Outcome outcome) {
    Path model = Path.of(outcome.model().indexOf('\0') >= 0 ? "" : outcome.model());
    if (outcome.unchanged()) {
      state.outputs(model).forEach(file -> owners.put(file.toString(), outcome.model()));
      add(outcome, "unchanged", outcome.problems(), List.of());
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
    add(outcome, output == null ? "checked" : "generated", outcome.problems(), files);
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
    add(outcome, "wrong", problems, List.of());
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

  private void add(Outcome outcome, String what, List<Problem> problems, List<Path> files) {
    all.add(new Done(outcome.model(), what, problems, files));
  }

  private void save() {
    try {
      state.save();
    } catch (IOException e) {
      throw new InputException(e.getMessage() + ": cannot be written; check that it is a file and its permissions");
    }
  }

  /** Problems on standard error; files of a single model, or the summary of several, on standard output. */
  private void print(PrintWriter out, PrintWriter err) {
    // What is wrong in a file is wrong for all that import it, and told once.
    all.stream().flatMap(done -> done.problems().stream()).map(Problem::toString).distinct().forEach(err::println);
    err.flush();
    if (all.size() == 1) {
      all.get(0).files().forEach(out::println);
    } else {
      String what = output == null ? "checked" : "generated";
      out.println(all.size() + " models: " + count(what) + " " + what + ", " + count("unchanged") + " unchanged, "
          + count("wrong") + " wrong");
    }
    out.flush();
  }

  /** The same as JSON, on standard output. */
  private void printJson(PrintWriter out) {
    JsonObject summary = new JsonObject();
    JsonArray models = new JsonArray();
    all.forEach(done -> models.add(json(done)));
    summary.add("models", models);
    for (String what : List.of("checked", "generated", "unchanged", "wrong")) {
      summary.addProperty(what, count(what));
    }
    out.println(new GsonBuilder().setPrettyPrinting().create().toJson(summary));
    out.flush();
  }

  private static JsonObject json(Done done) {
    JsonObject model = new JsonObject();
    model.addProperty("model", done.model());
    model.addProperty("state", done.state());
    JsonArray files = new JsonArray();
    done.files().forEach(file -> files.add(file.toString()));
    model.add("files", files);
    JsonArray problems = new JsonArray();
    for (Problem problem : done.problems()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("file", problem.file());
      entry.addProperty("line", problem.line());
      entry.addProperty("column", problem.column());
      entry.addProperty("error", problem.isError());
      entry.addProperty("message", problem.message());
      problems.add(entry);
    }
    model.add("problems", problems);
    return model;
  }

  private long count(String what) {
    return all.stream().filter(done -> done.state().equals(what)).count();
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }
}
