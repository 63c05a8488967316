package org.sockmodel.dsl.cli.input;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.sockmodel.dsl.compile.LoadedModel;
import org.sockmodel.dsl.compile.ModelLoader;
import org.sockmodel.dsl.compile.Problem;
import org.sockmodel.dsl.compile.StandaloneLanguage;
import org.sockmodel.dsl.parameter.Assignment;
import org.sockmodel.dsl.parameter.ParameterException;
import org.sockmodel.runtime.model.ModelDeclaration;

/** Reads the model files of a command and tells their problems, one a line, on standard error. */
public final class ModelInput {

  private final StandaloneLanguage language = new StandaloneLanguage();
  private final PrintWriter err;
  private final Set<String> told = new HashSet<>();

  /**
   * @param err where problems are told
   */
  public ModelInput(PrintWriter err) {
    this.err = err;
  }

  /** Tells each problem once, though many models are made of a file. */
  private LoadedModel told(LoadedModel loaded) {
    loaded.problems().stream().map(Problem::toString).filter(told::add).forEach(err::println);
    err.flush();
    return loaded;
  }

  /** Reads a file that is to be run or generated from, so it must be a whole model. */
  public LoadedModel loadRunnable(String name) {
    return loadRunnable(name, List.of());
  }

  /**
   * As {@link #loadRunnable(String)}, with other values.
   *
   * @param assignments {@code NAME=VALUE} each
   */
  public LoadedModel loadRunnable(String name, List<String> assignments) {
    LoadedModel written = language.loader().load(name, path(name));
    LoadedModel loaded = !written.isValid() || assignments.isEmpty() ? told(written)
        : assign(name, written, assignments(language, assignments));
    if (loaded.isValid() && loaded.model().getName() == null) {
      throw new InputException(Problem.library(name).toString());
    }
    return loaded;
  }

  /** What the model at an address declares, which a model that is run names. */
  public ModelDeclaration declare(URI uri) {
    LoadedModel loaded = language.loader().load(uri.lastSegment(), uri);
    if (!loaded.isValid()) {
      throw new InputException(String.join("\n", loaded.problems().stream().map(Problem::toString).toList()));
    }
    return language.compiler().compile(loaded.model());
  }

  /** Gives a valid model other values, and tells what is wrong with them. */
  public LoadedModel assign(String name, LoadedModel loaded, List<Assignment> assignments) {
    return told(language.assigner().assign(name, loaded, assignments));
  }

  /** Values for parameters, {@code NAME=VALUE} each. */
  public static List<Assignment> assignments(StandaloneLanguage language, List<String> texts) {
    return texts.stream().map(text -> assignment(language, text)).toList();
  }

  private static Assignment assignment(StandaloneLanguage language, String text) {
    try {
      return language.assignments().read(text);
    } catch (ParameterException e) {
      throw new InputException("-D " + text + ": " + e.getMessage());
    }
  }

  /** The address of a file that was loaded. */
  public URI uri(String name) {
    return ModelLoader.uri(path(name));
  }

  /** The address of a file that must exist. */
  public static URI existing(String name) {
    Path path = path(name);
    if (!Files.isRegularFile(path)) {
      throw new InputException(Problem.ofFile(name, "there is no such file; check its name").toString());
    }
    return ModelLoader.uri(path);
  }

  /** The language that reads the models; it takes a second to load. */
  public StandaloneLanguage language() {
    return language;
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InputException(Problem.ofFile(name, "is no file name; check it").toString());
    }
  }
}
