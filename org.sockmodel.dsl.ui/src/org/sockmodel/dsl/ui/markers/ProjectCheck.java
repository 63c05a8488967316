package org.sockmodel.dsl.ui.markers;

import com.google.common.collect.Lists;
import com.google.inject.Injector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.build.BuildRequest;
import org.eclipse.xtext.build.IncrementalBuilder;
import org.eclipse.xtext.build.IndexState;
import org.eclipse.xtext.build.Source2GeneratedMapping;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.ChunkedResourceDescriptions;
import org.eclipse.xtext.resource.impl.ProjectDescription;
import org.eclipse.xtext.validation.Issue;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.ui.language.SockModelLanguage;
import org.sockmodel.dsl.ui.project.ModelFiles;

/**
 * Checks the models of one project, as they are saved, and marks their problems. It remembers which model imports
 * which, so that later only what has changed and what imports it is checked again.
 *
 * <p>Cost: parses and validates each of these, a few milliseconds for each. Holds no lock but while it writes markers.
 */
public final class ProjectCheck {

  /** For whoever is interested in the markers alone. */
  public static final Listener IGNORED = (file, model) -> { };

  private final IProject project;
  private final Map<URI, IFile> files = new HashMap<>();
  private IndexState known = new IndexState();

  /** Is told what was checked. */
  @FunctionalInterface
  public interface Listener {

    /**
     * A model has its markers.
     *
     * @param model what is in the file; empty if it is wrong or gone
     */
    void checked(IFile file, Optional<Model> model) throws CoreException;
  }

  public ProjectCheck(IProject project) {
    this.project = project;
  }

  /** Checks models, and those that import them. */
  public void check(List<IFile> changed, List<IFile> removed, Listener listener, IProgressMonitor monitor)
      throws CoreException {
    Injector language = SockModelLanguage.injector().join();
    BuildRequest request = new BuildRequest();
    request.setDirtyFiles(uris(changed));
    request.setDeletedFiles(uris(removed));
    request.setState(new IndexState(known.getResourceDescriptions().copy(), new Source2GeneratedMapping()));
    request.setResourceSet(resources(language, request.getState()));
    request.setCancelIndicator(monitor::isCanceled);
    request.setAfterValidate((uri, issues) -> {
      Resource resource = request.getResourceSet().getResource(uri, false);
      mark(files.get(uri), Lists.newArrayList(issues), resource, listener, monitor);
      return false;
    });
    IResourceServiceProvider services = language.getInstance(IResourceServiceProvider.class);
    try {
      known = language.getInstance(IncrementalBuilder.class)
          .build(request, uri -> ModelFiles.EXTENSION.equals(uri.fileExtension()) ? services : null).getIndexState();
    } catch (WrappedException e) {
      if (e.getCause() instanceof CoreException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static void mark(IFile file, List<Issue> issues, Resource resource, Listener listener,
      IProgressMonitor monitor) {
    boolean wrong = issues.stream().anyMatch(issue -> issue.getSeverity() == Severity.ERROR);
    Optional<Model> model = wrong || resource == null || resource.getContents().isEmpty() ? Optional.empty()
        : Optional.of((Model) resource.getContents().get(0));
    try {
      ProblemMarkers.replace(file, issues, monitor);
      listener.checked(file, model);
    } catch (CoreException e) {
      throw new WrappedException(e);
    }
  }

  /** Resources that find models of this project by the index. */
  private XtextResourceSet resources(Injector language, IndexState state) {
    XtextResourceSet resources = language.getInstance(XtextResourceSet.class);
    ProjectDescription description = new ProjectDescription();
    description.setName(project.getName());
    description.attachToEmfObject(resources);
    new ChunkedResourceDescriptions(Map.of(project.getName(), state.getResourceDescriptions()), resources);
    return resources;
  }

  private List<URI> uris(List<IFile> models) {
    return models.stream().map(this::uri).toList();
  }

  private URI uri(IFile model) {
    URI uri = URI.createFileURI(model.getLocation().toOSString());
    files.put(uri, model);
    return uri;
  }
}
