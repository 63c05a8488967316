package org.sockmodel.dsl.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sockmodel.dsl.conversion.Quantity;
import org.sockmodel.dsl.sockModel.Expression;
import org.sockmodel.dsl.sockModel.Let;
import org.sockmodel.dsl.sockModel.LetUse;
import org.sockmodel.dsl.sockModel.Literal;
import org.sockmodel.dsl.sockModel.Negation;
import org.sockmodel.dsl.sockModel.Operation;

/**
 * Calculates expressions. What cannot be calculated, because it does not parse, refers to nothing or to itself, adds
 * what does not belong together or divides by zero, is empty: validation reports it where it is written.
 *
 * <p>Cost: one evaluation looks at every {@code let} once, however often it is used.
 */
final class Evaluation {

  private final Map<Let, Optional<Amount>> lets = new HashMap<>();

  /** The value of {@code expression}, which may be null. */
  Optional<Amount> amount(Expression expression) {
    if (expression instanceof Literal literal) {
      return Optional.ofNullable(literal.getQuantity()).flatMap(Quantity::tryParse).map(Amount::of);
    }
    if (expression instanceof LetUse use) {
      return let(use.getLet());
    }
    if (expression instanceof Negation negation) {
      return amount(negation.getOperand()).map(Amount::negated);
    }
    return expression instanceof Operation operation ? result(operation) : Optional.empty();
  }

  /** The value of a {@code let}. */
  Optional<Amount> let(Let let) {
    if (let == null || let.eIsProxy()) {
      return Optional.empty();
    }
    Optional<Amount> known = lets.putIfAbsent(let, Optional.empty()); // what refers to itself has no value
    if (known != null) {
      return known;
    }
    Optional<Amount> value = amount(let.getValue());
    lets.put(let, value);
    return value;
  }

  private Optional<Amount> result(Operation operation) {
    Optional<Amount> left = amount(operation.getLeft());
    Optional<Amount> right = amount(operation.getRight());
    return left.isEmpty() || right.isEmpty() ? Optional.empty()
        : combine(left.get(), operation.getOperator(), right.get());
  }

  /** What an operator makes of two values; empty if they do not go together. */
  static Optional<Amount> combine(Amount left, String operator, Amount right) {
    return switch (operator) {
      case "+" -> left.plus(right);
      case "-" -> left.plus(right.negated());
      case "*" -> left.times(right);
      default -> right.inverse().flatMap(left::times);
    };
  }
}
