package org.sockmodel.dsl.sweep;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The runs of a sweep that are done, in a file beside the one that is wanted, so that a sweep that was interrupted can
 * continue. A run is known by the generated code of its model and its seed: change the model, and it is run again; add
 * values to the sweep, and only those are run.
 *
 * <p>One JSON object a line, written as soon as the run ends. A line without its end is not counted.
 */
public final class SweepJournal implements Closeable {

  private final Path file;
  private final Map<String, SweepResult> done = new HashMap<>();
  private final Writer out;

  /**
   * Opens the journal of the sweep that goes to {@code target}.
   *
   * @param resume whether to keep what it has
   */
  public SweepJournal(Path target, boolean resume) throws IOException {
    file = path(target);
    if (resume && Files.exists(file)) {
      Files.writeString(file, read(Files.readString(file)));
    } else {
      Files.writeString(file, "");
    }
    out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  /** Where the journal of a sweep is that goes to {@code target}. */
  public static Path path(Path target) {
    return target.resolveSibling(target.getFileName() + ".partial");
  }

  /** What came of a run that is done. */
  public Optional<SweepResult> find(String run) {
    return Optional.ofNullable(done.get(run));
  }

  /** Adds a run; once this returns, the run is done whatever happens. */
  public void add(String run, SweepResult result) throws IOException {
    JsonObject line = new JsonObject();
    line.addProperty("run", run);
    SweepJson.add(result, line);
    out.write(line + "\n");
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Deletes the journal; the sweep is done. */
  public void delete() throws IOException {
    close();
    Files.delete(file);
  }

  /** Takes over what is whole, and returns it. */
  private String read(String text) {
    StringBuilder whole = new StringBuilder();
    for (int start = 0, end = text.indexOf('\n'); end >= 0; start = end + 1, end = text.indexOf('\n', start)) {
      String line = text.substring(start, end);
      if (take(line)) {
        whole.append(line).append('\n');
      }
    }
    return whole.toString();
  }

  private boolean take(String line) {
    try {
      JsonObject run = JsonParser.parseString(line).getAsJsonObject();
      done.put(run.get("run").getAsString(), SweepJson.result(run));
      return true;
    } catch (JsonSyntaxException | IllegalStateException | NullPointerException e) {
      return false;
    }
  }
}
