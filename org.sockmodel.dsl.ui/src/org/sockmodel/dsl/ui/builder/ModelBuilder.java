package org.sockmodel.dsl.ui.builder;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.ui.language.SockModelLanguage;
import org.sockmodel.dsl.ui.markers.ProblemMarkers;
import org.sockmodel.dsl.ui.markers.ProjectCheck;
import org.sockmodel.dsl.ui.project.WriteProblem;

/**
 * Checks and generates the models that were saved, and those that import them. What imports what is remembered for as
 * long as the workbench runs, so the first build of a project is always a full one. A model that is wrong leaves
 * nothing generated behind. Where Java cannot be written that is marked, and tried again at the next build.
 */
public final class ModelBuilder extends IncrementalProjectBuilder {

  private ProjectCheck check;
  private GeneratedSources sources;
  /** Models of which nothing is generated because another one has their name, or it could not be written. */
  private final Set<IFile> missing = new LinkedHashSet<>();

  @Override
  protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor) throws CoreException {
    IResourceDelta delta = kind == FULL_BUILD || check == null ? null : getDelta(getProject());
    try {
      if (delta == null) {
        start();
        build(ModelChanges.all(getProject()), monitor);
        deleteStrangers(monitor);
      } else {
        build(ModelChanges.of(delta), monitor);
      }
    } catch (OperationCanceledException cancelled) {
      check = null;
      forgetLastBuiltState();
      throw cancelled;
    }
    return null;
  }

  @Override
  protected void clean(IProgressMonitor monitor) throws CoreException {
    start();
    check = null;
    ProblemMarkers.clear(getProject());
    sources.clean(monitor);
  }

  private void start() {
    check = new ProjectCheck(getProject());
    sources = new GeneratedSources(getProject());
    missing.clear();
  }

  private void deleteStrangers(IProgressMonitor monitor) throws CoreException {
    getProject().deleteMarkers(ProblemMarkers.TYPE, false, IResource.DEPTH_ZERO);
    try {
      sources.deleteStrangers(monitor);
    } catch (CoreException problem) {
      ProblemMarkers.warn(getProject(), "has Java of models that are gone, which cannot be deleted: "
          + WriteProblem.reason(problem));
    }
  }

  private void build(ModelChanges changes, IProgressMonitor monitor) throws CoreException {
    if (changes.changed().isEmpty() && changes.removed().isEmpty() && missing.isEmpty()) {
      return;
    }
    Set<IFile> changed = new LinkedHashSet<>(changes.changed());
    changed.addAll(missing);
    changed.removeAll(changes.removed());
    missing.clear();
    ModelCompiler compiler = SockModelLanguage.injector().join().getInstance(ModelCompiler.class);
    check.check(List.copyOf(changed), changes.removed(),
        (file, model) -> generate(file, model, compiler, monitor), monitor);
  }

  private void generate(IFile file, Optional<Model> model, ModelCompiler compiler, IProgressMonitor monitor)
      throws CoreException {
    Optional<IFile> other;
    try {
      other = sources.replace(file, model.map(compiler::sources).orElse(Map.of()), monitor);
    } catch (CoreException problem) {
      missing.add(file);
      ProblemMarkers.warn(file, "can be run, but its Java cannot be written to " + GeneratedSources.NAME + ": "
          + WriteProblem.reason(problem));
      return;
    }
    if (other.isPresent()) {
      missing.add(file);
      ProblemMarkers.add(file, "has the same name as the model in " + other.get().getProjectRelativePath()
          + ", so no Java is generated of it; rename one");
    }
  }
}
