package org.sockmodel.dsl.generator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.generator.AbstractGenerator;
import org.eclipse.xtext.generator.IFileSystemAccess2;
import org.eclipse.xtext.generator.IGeneratorContext;
import org.sockmodel.dsl.library.Families;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.naming.PortUsers;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.Workload;

/** Generates the Java sources of a model. A file without a model's name is a library, of which nothing is generated. */
public final class SockModelGenerator extends AbstractGenerator {

  @Override
  public void doGenerate(Resource resource, IFileSystemAccess2 files, IGeneratorContext context) {
    if (!resource.getContents().isEmpty() && resource.getContents().get(0) instanceof Model model) {
      sources(model).forEach(files::generateFile);
    }
  }

  /** The sources of a valid model by their path, the model's own class first. */
  public Map<String, CharSequence> sources(Model model) {
    Map<String, CharSequence> sources = new LinkedHashMap<>();
    if (model.getName() == null) {
      return sources;
    }
    GeneratedNames names = new GeneratedNames(model);
    sources.put(names.path(names.modelClass()), new ModelClass(model, names).source());
    PortUsers ports = new PortUsers(model);
    Map<String, Integer> families = Families.numbers(model);
    for (Workload workload : ImportedModels.elements(model, Workload.class)) {
      new WorkloadClass(workload, names, ports, families).sources().forEach(
          (name, source) -> sources.put(names.path(name), source));
    }
    return sources;
  }
}
