package org.sockmodel.dsl.cli;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.sockmodel.dsl.compile.LoadedModel;
import org.sockmodel.dsl.compile.Problem;
import org.sockmodel.dsl.compile.StandaloneLanguage;
import org.sockmodel.dsl.expectation.Expectations;
import org.sockmodel.dsl.expectation.Verdict;

/** Runs models by their address, each once, however often it is asked for. */
final class FinishedRuns {

  private final StandaloneLanguage language;
  private final long seed;
  private final Map<URI, Finished> finished = new HashMap<>();

  /** A run and its report. */
  private record Finished(ModelRun run, JsonObject report) {
  }

  /**
   * @param seed of every run
   */
  FinishedRuns(StandaloneLanguage language, long seed) {
    this.language = language;
    this.seed = seed;
  }

  /** The verdicts on what the model at {@code uri} expects. */
  List<Verdict> verdicts(URI uri) {
    Finished done = finished(uri);
    return done.run().verdicts(done.report(), beside(uri));
  }

  /** The reports of the models that the one at {@code uri} names. */
  Expectations.OtherRuns beside(URI uri) {
    return file -> finished(URI.createURI(file).resolve(uri)).report();
  }

  private Finished finished(URI uri) {
    Finished done = finished.get(uri);
    if (done == null) {
      done = run(uri);
      finished.put(uri, done);
    }
    return done;
  }

  private Finished run(URI uri) {
    String name = uri.lastSegment();
    LoadedModel loaded = language.loader().load(name, uri);
    if (!loaded.isValid()) {
      throw new InputException(String.join("\n", loaded.problems().stream().map(Problem::toString).toList()));
    }
    ModelRun run = new ModelRun(name, language.compiler().compile(loaded.model()), seed, false);
    run.run(null);
    return new Finished(run, run.json());
  }
}
