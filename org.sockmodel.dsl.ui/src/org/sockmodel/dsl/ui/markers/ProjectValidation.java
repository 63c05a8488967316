package org.sockmodel.dsl.ui.markers;

import com.google.inject.Injector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;

/**
 * Validates the models of one project together, so that references between them resolve.
 *
 * <p>Cost: parses and validates all of them, a few milliseconds for each. Reads files as they are saved.
 */
final class ProjectValidation {

  private final Injector injector;
  private final IResourceValidator validator;

  ProjectValidation(Injector injector) {
    this.injector = injector;
    this.validator = injector.getInstance(IResourceValidator.class);
  }

  Map<IFile, List<Issue>> issues(List<IFile> models, IProgressMonitor monitor) {
    XtextResourceSet set = injector.getInstance(XtextResourceSet.class);
    Map<IFile, Resource> resources = new LinkedHashMap<>();
    for (IFile model : models) {
      checkCancelled(monitor);
      resources.put(model, set.getResource(uri(model), true));
    }
    Map<IFile, List<Issue>> issues = new LinkedHashMap<>();
    resources.forEach((model, resource) -> {
      checkCancelled(monitor);
      issues.put(model, validator.validate(resource, CheckMode.ALL, monitor::isCanceled));
    });
    return issues;
  }

  private static URI uri(IFile model) {
    return URI.createPlatformResourceURI(model.getFullPath().toString(), true);
  }

  private static void checkCancelled(IProgressMonitor monitor) {
    if (monitor.isCanceled()) {
      throw new OperationCanceledException();
    }
  }
}
