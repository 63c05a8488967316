package org.sockmodel.dsl.compile;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.Issue;
import org.sockmodel.dsl.parameter.Assignment;
import org.sockmodel.dsl.parameter.ParameterException;
import org.sockmodel.dsl.parameter.Parameters;

/**
 * Gives parameters of a model that was read other values, and checks it anew, so that what is checked about written
 * values is checked about these. A problem of a value says which assignment it comes from.
 */
public final class ModelAssigner {

  private final ModelChecks checks;

  @Inject
  ModelAssigner(ModelChecks checks) {
    this.checks = checks;
  }

  /**
   * Changes {@code loaded} in place.
   *
   * @param name the file as the user named it
   * @param loaded a valid model
   */
  public LoadedModel assign(String name, LoadedModel loaded, List<Assignment> assignments) {
    Parameters parameters = new Parameters(loaded.model());
    Map<EObject, Assignment> sources = new HashMap<>();
    for (Assignment assignment : assignments) {
      try {
        sources.put(parameters.assign(assignment), assignment);
      } catch (ParameterException e) {
        return LoadedModel.failed(Problem.ofFile(label(name, assignment), e.getMessage()));
      }
    }
    Set<Resource> changed = new LinkedHashSet<>(List.of(loaded.model().eResource()));
    sources.keySet().forEach(element -> changed.add(element.eResource()));
    String all = assignments.stream().map(Assignment::toString).collect(Collectors.joining(", "));
    List<Problem> problems = new ArrayList<>();
    for (Resource resource : changed) {
      for (Issue issue : checks.issues(resource)) {
        problems.add(problem(name, issue, sources.get(element(issue, resource)), all));
      }
    }
    return new LoadedModel(loaded.model(), problems);
  }

  private static Problem problem(String name, Issue issue, Assignment source, String all) {
    if (source != null) {
      return new Problem(label(name, source), 0, 0, issue.getSeverity() == Severity.ERROR, issue.getMessage());
    }
    Problem written = ModelChecks.problem(name, issue);
    return written.isError() ? new Problem(name, written.line(), written.column(), true,
        written.message() + " (with " + all + ")") : written;
  }

  private static String label(String name, Assignment assignment) {
    return name + " with " + assignment;
  }

  private static EObject element(Issue issue, Resource resource) {
    return issue.getUriToProblem() == null ? null : resource.getEObject(issue.getUriToProblem().fragment());
  }
}
