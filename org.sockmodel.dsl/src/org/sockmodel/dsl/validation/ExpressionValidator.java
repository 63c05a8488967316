package org.sockmodel.dsl.validation;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.sockModel.Expression;
import org.sockmodel.dsl.sockModel.Let;
import org.sockmodel.dsl.sockModel.Operation;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;

/** Expressions: what they combine belongs together, and no {@code let} needs itself. */
final class ExpressionValidator extends ConceptValidator {

  private static final int MOST_LEVELS = 100;

  @Check
  public void checkOperation(Operation operation) {
    Expressions.misfit(operation).ifPresent(reason -> error(reason + "; change one of the two", operation,
        Literals.OPERATION__OPERATOR, IssueCodes.BAD_OPERATION));
  }

  @Check
  public void checkDepth(Expression expression) {
    int depth = 0;
    for (EObject owner = expression.eContainer(); owner instanceof Expression; owner = owner.eContainer()) {
      depth++;
    }
    if (depth == MOST_LEVELS) {
      error("an expression may have " + MOST_LEVELS + " operators in a row; name parts of it with let", expression,
          null, IssueCodes.TOO_LARGE);
    }
  }

  @Check
  public void checkLet(Let let) {
    if (Expressions.isCyclic(let)) {
      error("'" + let.getName() + "' is defined by itself; give it a value of its own", let, Literals.LET__VALUE,
          IssueCodes.CYCLIC_LET);
    }
  }
}
