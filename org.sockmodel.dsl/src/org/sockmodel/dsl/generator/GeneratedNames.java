package org.sockmodel.dsl.generator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.Traffic;
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

  /** Full name of the class of the model. */
  public String qualifiedModelClass() {
    return packageName() + "." + modelClass;
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

  /** Names for the traffics of a workload: their own, or {@code traffic}, {@code traffic2} ... */
  static Map<Traffic, String> traffics(Workload workload) {
    Set<String> taken = new HashSet<>();
    workload.getTraffics().forEach(traffic -> taken.add(traffic.getName()));
    Map<Traffic, String> names = new HashMap<>();
    for (Traffic traffic : workload.getTraffics()) {
      String name = traffic.getName() == null ? "traffic" : traffic.getName();
      for (int i = 2; traffic.getName() == null && !taken.add(name); i++) {
        name = "traffic" + i;
      }
      names.put(traffic, name);
    }
    return names;
  }
}
