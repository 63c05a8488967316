package org.sockmodel.dsl.library;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.EcoreUtil2;
import org.sockmodel.dsl.sockModel.Element;
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

  /** The models that an import brings: the one that it names, and those that this one imports. */
  public static Set<Model> of(Import statement) {
    Set<Model> brought = new LinkedHashSet<>();
    load(statement).ifPresent(named -> {
      brought.add(named);
      brought.addAll(of(named));
    });
    return brought;
  }

  /** The elements of one kind in {@code model}, and then those in the models that it imports. */
  public static <T extends Element> List<T> elements(Model model, Class<T> kind) {
    List<T> elements = new ArrayList<>(EcoreUtil2.typeSelect(model.getElements(), kind));
    of(model).forEach(imported -> elements.addAll(EcoreUtil2.typeSelect(imported.getElements(), kind)));
    return elements;
  }

  /** Where an import leads; empty if it names no file. */
  public static Optional<URI> uri(Import statement) {
    if (statement.getLibrary() != null) {
      return ShippedLibrary.find(statement.getLibrary());
    }
    return uri(statement.getFile(), statement.eResource());
  }

  /** Where a file's name leads that stands in {@code resource}; empty if it names no model file. */
  public static Optional<URI> uri(String file, Resource resource) {
    if (file == null || file.isBlank() || !file.endsWith("." + EXTENSION)) {
      return Optional.empty();
    }
    URI target = URI.createURI(file.replace('\\', '/'));
    URI base = resource.getURI();
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
    model.getImports().forEach(statement -> load(statement).ifPresent(models::add));
    return models;
  }

  private static Optional<Model> load(Import statement) {
    return uri(statement).flatMap(uri -> load(uri, statement.eResource().getResourceSet()));
  }
}
