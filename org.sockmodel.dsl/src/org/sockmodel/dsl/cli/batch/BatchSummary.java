package org.sockmodel.dsl.cli.batch;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sockmodel.dsl.compile.Problem;

/** What came of the models that a command names: problems, files, how many of each fate. */
final class BatchSummary {

  private final List<Done> all = new ArrayList<>();

  /** What became of a model. */
  enum Fate {
    CHECKED, GENERATED, UNCHANGED, WRONG;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A model that is done.
   *
   * @param model as the user named it
   * @param files what was written of it
   */
  private record Done(String model, Fate fate, List<Problem> problems, List<Path> files) {
  }

  void add(String model, Fate fate, List<Problem> problems, List<Path> files) {
    all.add(new Done(model, fate, problems, files));
  }

  boolean hasWrong() {
    return count(Fate.WRONG) > 0;
  }

  /**
   * Problems on standard error; files of a single model, or the summary of several, on standard output.
   *
   * @param wanted what was to become of each model
   */
  void print(Fate wanted, PrintWriter out, PrintWriter err) {
    // What is wrong in a file is wrong for all that import it, and told once.
    all.stream().flatMap(done -> done.problems().stream()).map(Problem::toString).distinct().forEach(err::println);
    err.flush();
    if (all.size() == 1) {
      all.get(0).files().forEach(out::println);
    } else {
      out.println(all.size() + " models: " + counted(wanted) + ", " + counted(Fate.UNCHANGED) + ", "
          + counted(Fate.WRONG));
    }
    out.flush();
  }

  private String counted(Fate fate) {
    return count(fate) + " " + fate.word();
  }

  /** The same as JSON, on standard output. */
  void printJson(PrintWriter out) {
    JsonObject summary = new JsonObject();
    JsonArray models = new JsonArray();
    all.forEach(done -> models.add(json(done)));
    summary.add("models", models);
    for (Fate fate : Fate.values()) {
      summary.addProperty(fate.word(), count(fate));
    }
    out.println(new GsonBuilder().setPrettyPrinting().create().toJson(summary));
    out.flush();
  }

  private static JsonObject json(Done done) {
    JsonObject model = new JsonObject();
    model.addProperty("model", done.model());
    model.addProperty("state", done.fate().word());
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

  private long count(Fate fate) {
    return all.stream().filter(done -> done.fate() == fate).count();
  }
}
