package org.sockmodel.dsl.batch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.emf.common.util.URI;
import org.sockmodel.dsl.compile.LoadedModel;
import org.sockmodel.dsl.compile.ModelLoader;
import org.sockmodel.dsl.compile.Problem;
import org.sockmodel.dsl.compile.StandaloneLanguage;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.parameter.Assignment;
import org.sockmodel.dsl.sockModel.Model;

/**
 * Checks many models, and generates their sources if that is asked for, on as many threads as there are CPUs. Each
 * worker reads its models into one resource set, so that it reads the library, and what several models import, once.
 *
 * <p>Cost: a second for the language, then a few milliseconds a model. The sources of models are kept until their turn.
 */
public final class Batch {

  private final BuildState state;
  private final boolean generates;
  private final Function<StandaloneLanguage, List<Assignment>> parameters;
  private final AtomicInteger done = new AtomicInteger();

  /**
   * @param state what need not be done again
   * @param generates whether sources are wanted, so that every model has to have a name
   * @param parameters reads what every model gets in place of what it says; fails as its caller likes
   */
  public Batch(BuildState state, boolean generates, Function<StandaloneLanguage, List<Assignment>> parameters) {
    this.state = state;
    this.generates = generates;
    this.parameters = parameters;
  }

  /** How many models are done; for another thread. */
  public int done() {
    return done.get();
  }

  /**
   * Works on models.
   *
   * @param models as the user named them
   * @param outcomes is told each outcome, in the order of the models
   */
  public void run(List<String> models, Consumer<Outcome> outcomes) {
    List<CompletableFuture<Outcome>> results = new ArrayList<>();
    List<Integer> changed = new ArrayList<>();
    for (String model : models) {
      boolean skip = isUnchanged(model);
      results.add(skip ? CompletableFuture.completedFuture(Outcome.unchanged(model)) : new CompletableFuture<>());
      if (skip) {
        done.incrementAndGet();
      } else {
        changed.add(results.size() - 1);
      }
    }
    start(models, changed, results);
    for (CompletableFuture<Outcome> result : results) {
      outcomes.accept(join(result));
    }
  }

  private void start(List<String> models, List<Integer> changed, List<CompletableFuture<Outcome>> results) {
    if (changed.isEmpty()) {
      return;
    }
    StandaloneLanguage language = new StandaloneLanguage();
    List<Assignment> assignments = parameters.apply(language);
    AtomicInteger next = new AtomicInteger();
    int workers = Math.min(changed.size(), Runtime.getRuntime().availableProcessors());
    for (int i = 0; i < workers; i++) {
      Thread worker = new Thread(() -> {
        // A value that a model gets may be one of a file that others import too.
        ModelLoader loader = assignments.isEmpty() ? language.loader().keeping() : language.loader();
        for (int turn = next.getAndIncrement(); turn < changed.size(); turn = next.getAndIncrement()) {
          int model = changed.get(turn);
          complete(results.get(model), () -> work(models.get(model), loader, language, assignments));
        }
      }, "model worker " + i);
      worker.setDaemon(true);
      worker.start();
    }
  }

  private void complete(CompletableFuture<Outcome> result, Supplier<Outcome> work) {
    try {
      Outcome outcome = work.get();
      done.incrementAndGet();
      result.complete(outcome);
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }

  private Outcome work(String name, ModelLoader loader, StandaloneLanguage language, List<Assignment> assignments) {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException e) {
      return Outcome.wrong(name, List.of(Problem.ofFile(name, "is no file name; check it")));
    }
    LoadedModel written = loader.load(name, file);
    LoadedModel loaded = !written.isValid() || assignments.isEmpty() ? written
        : language.assigner().assign(name, written, assignments);
    if (!loaded.isValid()) {
      return Outcome.wrong(name, loaded.problems());
    }
    if (generates && loaded.model().getName() == null) {
      return Outcome.wrong(name, List.of(Problem.library(name)));
    }
    Map<String, CharSequence> sources = generates ? language.compiler().sources(loaded.model()) : Map.of();
    return new Outcome(name, false, loaded.problems(), inputs(file, loaded.model()), sources);
  }

  /** The files that an outcome depends on: the model, what it imports, and whatever file a text in it names. */
  private static Set<Path> inputs(Path file, Model model) {
    Set<Path> inputs = new LinkedHashSet<>(List.of(file));
    Set<Model> models = new LinkedHashSet<>(List.of(model));
    models.addAll(ImportedModels.of(model));
    for (Model each : models) {
      URI uri = each.eResource().getURI();
      if (uri.isFile()) {
        inputs.add(Path.of(uri.toFileString()));
        inputs.addAll(NamedFiles.of(each, Path.of(uri.toFileString()).toAbsolutePath().getParent()));
      }
    }
    return inputs;
  }

  private boolean isUnchanged(String model) {
    try {
      return state.isUnchanged(Path.of(model));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Outcome join(CompletableFuture<Outcome> result) {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
