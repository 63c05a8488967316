package org.sockmodel.dsl.generator;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.sockModel.Distribution;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.Workload;

/** The names of everything that is generated from one model. */
public final class GeneratedNames {

  private final Model model;
  private final String modelClass;
  private final Map<Workload, String> workloadClasses = new LinkedHashMap<>();

  public GeneratedNames(Model model) {
    this.model = model;
    JavaNames names = new JavaNames();
    modelClass = names.type(model.getName(), "Model");
    for (Workload workload : ImportedModels.elements(model, Workload.class)) {
      workloadClasses.put(workload, names.type(workload.getName(), "Workload"));
    }
  }

  /** Name of the package. */
  public String packageName() {
    return JavaNames.packageOf(model.getName());
  }

  /** Simple name of the class of the model. */
  public String modelClass() {
    return modelClass;
  }

  /** Simple name of the class of a workload. */
  public String workloadClass(Workload workload) {
    return workloadClasses.get(workload);
  }

  /** Where the source of a class belongs. */
  public String path(String simpleName) {
    return packageName().replace('.', '/') + "/" + simpleName + ".java";
  }

  /** The file that the model was written in, without its folder. */
  public String sourceFile() {
    String name = model.eResource().getURI().lastSegment();
    return name == null ? "" : URI.decode(name);
  }

  /** Whether an element comes from another file than the model's. */
  public boolean isImported(EObject element) {
    return !element.eResource().getURI().equals(model.eResource().getURI());
  }

  /** The file that an imported element is written in, as seen from the model's folder. */
  public String importedFile(EObject element) {
    URI here = model.eResource().getURI();
    URI there = element.eResource().getURI();
    return here.isFile() && there.isFile() ? seen(here, Path.of(there.toFileString()).toAbsolutePath().normalize())
        : URI.decode(there.lastSegment());
  }

  /** The file of a distribution as seen from the model's folder; it is written as seen from the file that says it. */
  public String timesFile(Distribution distribution) {
    URI here = model.eResource().getURI();
    URI there = distribution.eResource().getURI();
    String written = distribution.getFile();
    if (here.equals(there) || !here.isFile() || !there.isFile()) {
      return written;
    }
    Path target = folder(there).resolve(written).normalize();
    return Path.of(written).isAbsolute() ? target.toString().replace('\\', '/') : seen(here, target);
  }

  private static String seen(URI from, Path target) {
    return folder(from).relativize(target).toString().replace('\\', '/');
  }

  private static Path folder(URI file) {
    return Path.of(file.toFileString()).toAbsolutePath().normalize().getParent();
  }
}
