package org.sockmodel.dsl.ui.trace.origin;

import com.google.inject.Injector;
import com.google.inject.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.ui.project.ModelFiles;

/**
 * Where in the models of a project a thread is written.
 *
 * @param file the model
 * @param line counted from 1
 */
public record ModelOrigin(IFile file, int line) {

  /** {@code TASK_COMM_LEN}: a kernel keeps as many bytes of a task's name. */
  private static final int NAME_LIMIT = 15;

  /**
   * Finds the thread that a trace calls so. Of several models that have one, the one wins that the trace's place names.
   * Parses the models of the project: not for the user interface's thread.
   *
   * @param trace a file of the trace
   */
  public static Optional<ModelOrigin> find(IFile trace, String thread, Injector language) throws CoreException {
    Provider<XtextResourceSet> sets = language.getProvider(XtextResourceSet.class);
    List<IFile> models = ModelFiles.below(trace.getProject()).stream()
        .sorted(Comparator.comparing((IFile model) -> !names(trace, model))).toList();
    for (IFile model : models) {
      Optional<ModelOrigin> found = in(model, thread, sets.get());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean names(IFile trace, IFile model) {
    String name = model.getFullPath().removeFileExtension().lastSegment();
    return trace.getFullPath().toString().contains(name);
  }

  private static Optional<ModelOrigin> in(IFile model, String thread, XtextResourceSet set) {
    Resource resource = set.getResource(URI.createPlatformResourceURI(model.getFullPath().toString(), true), true);
    Iterable<EObject> all = resource::getAllContents;
    for (EObject element : all) {
      if (element instanceof ThreadScript script && comm(script.getName()).equals(thread)) {
        return Optional.of(new ModelOrigin(model, NodeModelUtils.findActualNodeFor(script).getStartLine()));
      }
    }
    return Optional.empty();
  }

  private static String comm(String name) {
    return name.length() > NAME_LIMIT ? name.substring(0, NAME_LIMIT) : name;
  }
}
