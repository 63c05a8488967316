package org.sockmodel.dsl.ui.launch.tabs;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.resources.IFile;
import org.sockmodel.dsl.compile.LoadedModel;
import org.sockmodel.dsl.compile.ModelLoader;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.parameter.Parameters;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.Workload;
import org.sockmodel.dsl.ui.language.SockModelLanguage;

/**
 * What can be chosen of a model.
 *
 * @param workloads their names
 * @param parameters their paths
 */
record ModelContents(List<String> workloads, List<String> parameters) {

  private static final ModelContents NONE = new ModelContents(List.of(), List.of());

  /** Reads a model in the background; nothing can be chosen of one that cannot be read. */
  static CompletableFuture<ModelContents> of(IFile file) {
    if (!file.exists() || file.getLocation() == null) {
      return CompletableFuture.completedFuture(NONE);
    }
    Path path = Path.of(file.getLocation().toOSString());
    return SockModelLanguage.injector().thenApplyAsync(language -> {
      LoadedModel loaded = language.getInstance(ModelLoader.class).load(file.getName(), path);
      return loaded.model() == null ? NONE : of(loaded.model());
    });
  }

  private static ModelContents of(Model model) {
    List<String> workloads = ImportedModels.elements(model, Workload.class).stream()
        .map(Workload::getName).filter(name -> name != null).toList();
    return new ModelContents(workloads, List.copyOf(new Parameters(model).paths()));
  }
}
