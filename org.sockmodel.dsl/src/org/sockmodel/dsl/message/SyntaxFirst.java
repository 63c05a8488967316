package org.sockmodel.dsl.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextSyntaxDiagnostic;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.IAcceptor;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.ResourceValidatorImpl;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.validation.IssueCodes;

/**
 * Tells one mistake once. Of a file that does not parse it says only where, and in each of its elements only the first
 * place: what follows is mostly the parser's confusion, and what the rest lacks may stand in what was not understood.
 */
public final class SyntaxFirst extends ResourceValidatorImpl {

  @Override
  protected void collectResourceDiagnostics(Resource resource, CancelIndicator monitor, IAcceptor<Issue> acceptor) {
    List<XtextSyntaxDiagnostic> errors = syntaxErrors(resource);
    if (errors.isEmpty()) {
      super.collectResourceDiagnostics(resource, monitor, acceptor);
      return;
    }
    List<Integer> begins = begins(resource);
    int known = -1;
    for (XtextSyntaxDiagnostic error : errors) {
      int last = known;
      if (last < 0 || begins.stream().anyMatch(begin -> begin > last && begin <= error.getOffset())) {
        issueFromXtextResourceDiagnostic(error, Severity.ERROR, acceptor);
        known = error.getOffset();
      }
    }
  }

  @Override
  protected void validate(Resource resource, CheckMode mode, CancelIndicator monitor, IAcceptor<Issue> acceptor) {
    if (syntaxErrors(resource).isEmpty()) {
      super.validate(resource, mode, monitor, acceptor);
    }
  }

  private static List<XtextSyntaxDiagnostic> syntaxErrors(Resource resource) {
    List<XtextSyntaxDiagnostic> errors = new ArrayList<>();
    for (Resource.Diagnostic diagnostic : resource.getErrors()) {
      if (diagnostic instanceof XtextSyntaxDiagnostic error && IssueCodes.SYNTAX.equals(error.getCode())) {
        errors.add(error);
      }
    }
    errors.sort(Comparator.comparingInt(XtextSyntaxDiagnostic::getOffset));
    return errors;
  }

  /** Where the elements of a file begin. */
  private static List<Integer> begins(Resource resource) {
    List<Integer> begins = new ArrayList<>();
    for (EObject content : resource.getContents()) {
      for (EObject element : content instanceof Model model ? model.getElements() : List.<EObject>of()) {
        begins.add(NodeModelUtils.findActualNodeFor(element).getOffset());
      }
    }
    return begins;
  }
}
