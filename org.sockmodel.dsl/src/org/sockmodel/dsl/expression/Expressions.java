package org.sockmodel.dsl.expression;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.xtext.EcoreUtil2;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.conversion.Quantity;
import org.sockmodel.dsl.sockModel.Expression;
import org.sockmodel.dsl.sockModel.Let;
import org.sockmodel.dsl.sockModel.LetUse;
import org.sockmodel.dsl.sockModel.Literal;
import org.sockmodel.dsl.sockModel.Operation;

/** The values of expressions as those who read a model want them. */
public final class Expressions {

  private Expressions() {
  }

  /** The value; empty if there is no expression, or if it has none. What is written as such is not rounded. */
  public static Optional<Quantity> quantity(Expression expression) {
    Expression named = named(expression);
    return named instanceof Literal literal ? Optional.ofNullable(literal.getQuantity()).flatMap(Quantity::tryParse)
        : new Evaluation().amount(named).flatMap(Amount::quantity);
  }

  /** The value in the first unit of {@code dimension}; empty unless it is a whole number of these. */
  public static OptionalLong whole(Expression expression, Dimension dimension) {
    Optional<Quantity> found = quantity(expression)
        .filter(quantity -> quantity.dimension() == dimension && quantity.isWhole());
    return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.get().toLong());
  }

  /** The value that an expression of a valid model has, in its dimension's first unit. */
  public static long toLong(Expression expression) {
    return quantity(expression).orElseThrow().toLong();
  }

  /** As {@link #toLong}, where parts of a unit count. */
  public static double toDouble(Expression expression) {
    return quantity(expression).orElseThrow().toDouble();
  }

  /** Whether an expression has a value that is nothing a model has a unit for, such as a time by a time. */
  public static boolean hasNoUnit(Expression expression) {
    return new Evaluation().amount(expression).filter(amount -> amount.dimension().isEmpty()).isPresent();
  }

  /** Whether a {@code let} refers to itself, maybe by way of others. */
  public static boolean isCyclic(Let let) {
    Set<Let> reached = new HashSet<>();
    addUsed(let, reached);
    return reached.contains(let);
  }

  /** Why an operator has no result although both its sides have values; empty if that is not so. */
  public static Optional<String> misfit(Operation operation) {
    Evaluation evaluation = new Evaluation();
    Optional<Amount> left = evaluation.amount(operation.getLeft());
    Optional<Amount> right = evaluation.amount(operation.getRight());
    if (left.isEmpty() || right.isEmpty()
        || Evaluation.combine(left.get(), operation.getOperator(), right.get()).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(switch (operation.getOperator()) {
      case "+" -> describe(right.get()) + " cannot be added to " + describe(left.get());
      case "-" -> describe(right.get()) + " cannot be subtracted from " + describe(left.get());
      case "/" -> "this divides by zero";
      default -> "this product is too large";
    });
  }

  /** What is behind names that stand for nothing but another expression. */
  private static Expression named(Expression expression) {
    Set<Let> seen = new HashSet<>();
    Expression behind = expression;
    while (behind instanceof LetUse use && use.getLet() != null && seen.add(use.getLet())) {
      behind = use.getLet().getValue();
    }
    return behind;
  }

  private static void addUsed(Let let, Set<Let> reached) {
    for (LetUse use : EcoreUtil2.eAllOfType(let, LetUse.class)) {
      if (use.getLet() != null && !use.getLet().eIsProxy() && reached.add(use.getLet())) {
        addUsed(use.getLet(), reached);
      }
    }
  }

  private static String describe(Amount amount) {
    return amount.dimension().map(Dimension::description).orElse("something without a unit");
  }
}
