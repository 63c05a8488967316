package org.sockmodel.dsl.compile;

import com.google.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;

/** Checks models that were read, and puts what is found in the order of the file. */
final class ModelChecks {

  private final IResourceValidator validator;

  @Inject
  ModelChecks(IResourceValidator validator) {
    this.validator = validator;
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
