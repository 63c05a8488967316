package org.sockmodel.dsl.library;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.sockmodel.dsl.sockModel.Import;
import org.sockmodel.dsl.sockModel.Model;

/** Follows the imports of a model. What cannot be found or read is left out; validation reports it at its import. */
public final class ImportedModels {

  private static final String EXTENSION = "sockmodel";

  private ImportedModels() {
  }

  /** The models that {@code model} imports, and those that these import, each once, nearest first. */
  public static Set<Model> of(Model model) {
    Set<Model> found = new LinkedHashSet<>();
    Set<Model> frontier = direct(model);
    while (!frontier.isEmpty()) {
      Set<Model> next = new LinkedHashSet<>();
      for (Model imported : frontier) {
        if (imported != model && found.add(imported)) {
          next.addAll(direct(imported));
        }
      }
      frontier = next;
    }
    return found;
  }

  /** Where an import leads; empty if it names no file. */
  public static Optional<URI> uri(Import statement) {
    if (statement.getLibrary() != null) {
      return ShippedLibrary.find(statement.getLibrary());
    }
    String file = statement.getFile();
    if (file == null || file.isBlank() || !file.endsWith("." + EXTENSION)) {
      return Optional.empty();
    }
    URI target = URI.createURI(file.replace('\\', '/'));
    URI base = statement.eResource().getURI();
    return Optional.of(base.isRelative() || !base.isHierarchical() ? target : target.resolve(base));
  }

  /** The model in the file at {@code uri}; empty if there is none. */
  public static Optional<Model> load(URI uri, ResourceSet resources) {
    try {
      Resource resource = resources.getResource(uri, true);
      List<?> contents = resource == null ? List.of() : resource.getContents();
      return contents.isEmpty() ? Optional.empty() : Optional.of((Model) contents.get(0));
    } catch (WrappedException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Set<Model> direct(Model model) {
    Set<Model> models = new LinkedHashSet<>();
    ResourceSet resources = model.eResource().getResourceSet();
    for (Import statement : model.getImports()) {
      uri(statement).flatMap(uri -> load(uri, resources)).ifPresent(models::add);
    }
    return models;
  }
}
