package org.sockmodel.dsl.ui.launch;

import com.google.inject.Injector;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.emf.common.util.URI;
import org.sockmodel.dsl.compile.LoadedModel;
import org.sockmodel.dsl.compile.ModelAssigner;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.dsl.compile.ModelLoader;
import org.sockmodel.dsl.compile.Problem;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.parameter.Assignment;
import org.sockmodel.dsl.parameter.AssignmentReader;
import org.sockmodel.dsl.parameter.ParameterException;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.runtime.model.ModelDeclaration;

/** Makes what can be run of a model file, or tells why it cannot. */
final class RunnableModel {

  private final Injector language;
  private final PrintWriter err;

  /** A model cannot be run; the message is for its user. */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /**
   * @param err is told warnings
   */
  RunnableModel(Injector language, PrintWriter err) {
    this.language = language;
    this.err = err;
  }

  /** What a model file declares that another model names. */
  ModelDeclaration declare(URI uri) {
    return compile(accept(loader().load(uri.lastSegment(), uri)));
  }

  /** What the model of a configuration declares, with the values of the configuration. */
  ModelDeclaration declare(SimulationSettings settings) {
    String name = settings.model();
    LoadedModel written = loader().load(name, Path.of(settings.file().getLocation().toOSString()));
    List<Assignment> assignments = written.isValid() ? assignments(settings, written) : List.of();
    LoadedModel loaded = accept(assignments.isEmpty() ? written
        : language.getInstance(ModelAssigner.class).assign(name, written, assignments));
    if (loaded.model().getName() == null) {
      throw new Refused(Problem.library(name).toString());
    }
    ModelDeclaration model = compile(loaded);
    if (settings.workload().isEmpty()) {
      return model;
    }
    return model.workloads().stream().filter(workload -> workload.name().equals(settings.workload())).findFirst()
        .map(model::only)
        .orElseThrow(() -> new Refused(name + ": has no workload " + settings.workload() + "; choose another one"));
  }

  static URI uri(IFile file) {
    return URI.createFileURI(file.getLocation().toOSString());
  }

  private LoadedModel accept(LoadedModel loaded) {
    if (!loaded.isValid()) {
      throw new Refused(String.join("\n", loaded.problems().stream().map(Problem::toString).toList()));
    }
    loaded.problems().forEach(err::println);
    return loaded;
  }

  private ModelDeclaration compile(LoadedModel loaded) {
    return language.getInstance(ModelCompiler.class).compile(loaded.model());
  }

  private ModelLoader loader() {
    return language.getInstance(ModelLoader.class);
  }

  private List<Assignment> assignments(SimulationSettings settings, LoadedModel loaded) {
    List<String> texts = new ArrayList<>(settings.overrides());
    if (!settings.kernel().isEmpty()) {
      ImportedModels.elements(loaded.model(), Machine.class)
          .forEach(machine -> texts.add(machine.getName() + ".kernel=" + settings.kernel()));
    }
    AssignmentReader reader = language.getInstance(AssignmentReader.class);
    List<Assignment> assignments = new ArrayList<>();
    for (String text : texts) {
      try {
        assignments.add(reader.read(text));
      } catch (ParameterException e) {
        throw new Refused(settings.model() + ": " + text + ": " + e.getMessage());
      }
    }
    return assignments;
  }
}
