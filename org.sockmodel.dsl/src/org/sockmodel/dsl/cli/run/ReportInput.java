package org.sockmodel.dsl.cli.run;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.dsl.cli.input.ModelInput;
import org.sockmodel.dsl.cli.input.TraceInput;
import org.sockmodel.dsl.compile.LoadedModel;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.json.JsonReport;

/** Makes a report's JSON of whatever has one: a trace, a report that was kept, a model. */
public final class ReportInput {

  private static final String MODEL = ".sockmodel";

  private final PrintWriter err;
  private final long seed;
  private boolean sound = true;

  /**
   * @param err where damage is told
   * @param seed root of all random numbers of models
   */
  public ReportInput(PrintWriter err, long seed) {
    this.err = err;
    this.seed = seed;
  }

  /** The report of a file. */
  public JsonObject report(String name) {
    if (name.endsWith(MODEL)) {
      return simulated(name);
    }
    return isJson(TraceInput.path(name)) ? kept(name) : traced(name);
  }

  /** Whether all that was read was sound. */
  public boolean isSound() {
    return sound;
  }

  private JsonObject traced(String name) {
    TraceInput input = new TraceInput(name, err);
    Analysis analysis = new Analysis(input.reader().names(), Filter.ALL);
    sound &= input.read(analysis);
    return JsonReport.tree(analysis.report(input.reader().statistics()));
  }

  private JsonObject simulated(String name) {
    ModelInput input = new ModelInput(err);
    LoadedModel loaded = input.loadRunnable(name);
    if (!loaded.isValid()) {
      throw new InputException(name + ": is no valid model; the lines above say why");
    }
    WatchedRun watched = new WatchedRun(name, input.language().compiler().compile(loaded.model()), seed, false);
    watched.run(null);
    return watched.run().json();
  }

  private static JsonObject kept(String name) {
    try (Reader reader = Files.newBufferedReader(Path.of(name))) {
      JsonElement json = JsonParser.parseReader(reader);
      if (json.isJsonObject()) {
        return json.getAsJsonObject();
      }
    } catch (IOException | JsonParseException e) {
      throw new InputException(name + " begins like JSON but cannot be read as such: "
          + String.valueOf(e.getMessage()).replaceAll("\\R", " "));
    }
    throw new InputException(name + " holds JSON that is no report");
  }

  private static boolean isJson(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      int first = in.read();
      while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
        first = in.read();
      }
      return first == '{';
    } catch (IOException e) {
      // Whoever opens it as a trace tells what is wrong with it.
      return false;
    }
  }
}
