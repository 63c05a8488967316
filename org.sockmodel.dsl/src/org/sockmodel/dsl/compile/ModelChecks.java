package org.sockmodel.dsl.compile;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.sockModel.Model;

/** Checks models that were read, and puts what is found in the order of the file. */
final class ModelChecks {

  private final IResourceValidator validator;

  @Inject
  ModelChecks(IResourceValidator validator) {
    this.validator = validator;
  }

  /**
   * Errors and warnings of a model, and the errors of what it imports.
   *
   * @param name the file as the user named it
   * @param model what was read from it, null if nothing was
   * @param known what was found before in files that are read together, and takes what is found now
   */
  List<Problem> problems(String name, Resource resource, Model model, Map<Resource, List<Issue>> known) {
    Stream<Problem> own = problems(name, resource, known);
    Stream<Problem> imported = model == null ? Stream.empty() : ImportedModels.of(model).stream().map(Model::eResource)
        .filter(other -> other.getURI().isFile() && other.getErrors().isEmpty())
        .flatMap(other -> problems(beside(name, resource, other), other, known).filter(Problem::isError));
    return Stream.concat(own, imported).distinct().toList();
  }

  private Stream<Problem> problems(String name, Resource resource, Map<Resource, List<Issue>> known) {
    return known.computeIfAbsent(resource, this::issues).stream().map(issue -> problem(name, issue));
  }

  /** The name of an imported file, by the name that the user gave to the one that imports it. */
  private static String beside(String name, Resource resource, Resource imported) {
    String way = imported.getURI().deresolve(resource.getURI()).toString();
    return Path.of(name).resolveSibling(URI.decode(way)).normalize().toString();
  }

  /** Errors and warnings. */
  List<Issue> issues(Resource resource) {
    return validator.validate(resource, CheckMode.ALL, CancelIndicator.NullImpl).stream()
        .filter(issue -> issue.getSeverity() == Severity.ERROR || issue.getSeverity() == Severity.WARNING)
        .sorted(Comparator.comparingInt(ModelChecks::line).thenComparingInt(ModelChecks::column)
            .thenComparing(Issue::getMessage))
        .toList();
  }

  /**
   * What a person reads of an issue.
   *
   * @param name the file as the user named it
   */
  static Problem problem(String name, Issue issue) {
    return new Problem(name, line(issue), column(issue), issue.getSeverity() == Severity.ERROR, issue.getMessage());
  }

  private static int line(Issue issue) {
    return issue.getLineNumber() == null ? 0 : issue.getLineNumber();
  }

  private static int column(Issue issue) {
    return issue.getColumn() == null ? 0 : issue.getColumn();
  }
}
