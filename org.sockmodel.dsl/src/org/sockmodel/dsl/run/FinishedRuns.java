package org.sockmodel.dsl.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.emf.common.util.URI;
import org.sockmodel.dsl.expectation.Expectations;
import org.sockmodel.dsl.expectation.Verdict;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.scenario.ScenarioException;

/** Runs models by their address, each once, however often it is asked for. */
public final class FinishedRuns {

  private final Function<URI, ModelDeclaration> models;
  private final long seed;
  private final Map<URI, ModelRun> finished = new HashMap<>();

  /**
   * @param models what the model at an address declares; fails as its caller likes
   * @param seed of every run
   */
  public FinishedRuns(Function<URI, ModelDeclaration> models, long seed) {
    this.models = models;
    this.seed = seed;
  }

  /** The verdicts on what the model at {@code uri} expects. */
  public List<Verdict> verdicts(URI uri) {
    return finished(uri).verdicts(beside(uri));
  }

  /** The reports of the models that the one at {@code uri} names. */
  public Expectations.OtherRuns beside(URI uri) {
    return file -> finished(URI.createURI(file).resolve(uri)).json();
  }

  private synchronized ModelRun finished(URI uri) {
    ModelRun done = finished.get(uri);
    if (done == null) {
      done = run(uri);
      finished.put(uri, done);
    }
    return done;
  }

  private ModelRun run(URI uri) {
    ModelDeclaration model = models.apply(uri);
    try {
      ModelRun run = new ModelRun(model, seed, false);
      run.run();
      return run;
    } catch (ScenarioException e) {
      throw new ScenarioException(0, e.in(uri.lastSegment()));
    }
  }
}
