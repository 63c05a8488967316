package org.sockmodel.dsl.parameter;

import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.conversion.Quantity;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.sockModel.Distribution;
import org.sockmodel.dsl.sockModel.Expression;
import org.sockmodel.dsl.sockModel.Literal;
import org.sockmodel.dsl.sockModel.Negation;
import org.sockmodel.dsl.sockModel.ParameterValue;
import org.sockmodel.dsl.sockModel.SockModelFactory;

/** The forms of a value. */
final class ParameterValues {

  private ParameterValues() {
  }

  /** The quantity that a value is; of {@code dimension} if that is known. */
  static Expression quantity(ParameterValue value, Optional<Dimension> dimension) throws ParameterException {
    Optional<Quantity> quantity = isAlone(value.getQuantity())
        ? Expressions.quantity(value.getQuantity().getArguments().get(0)) : Optional.empty();
    if (quantity.isEmpty()) {
      throw new ParameterException("a quantity is wanted here; write a number with its unit");
    }
    Optional<String> misfit = dimension.flatMap(quantity.get()::misfit);
    if (misfit.isPresent()) {
      throw new ParameterException(misfit.get());
    }
    return expression(quantity.get());
  }

  /** The word that a value is. */
  static String word(ParameterValue value, String example) throws ParameterException {
    if (value.getWord() == null) {
      throw new ParameterException("a name is wanted here; write for example " + example);
    }
    return value.getWord();
  }

  /** The distribution that a value is; a time alone becomes the mean where {@code said} is spread around one. */
  static Distribution distribution(ParameterValue value, Distribution said) throws ParameterException {
    Distribution given = value.getQuantity();
    if (given != null && !isAlone(given)) {
      return EcoreUtil.copy(given);
    }
    Expression time = quantity(value, Optional.of(Dimension.TIME));
    if (said != null && said.getArguments().size() > 1) {
      throw new ParameterException("the model says " + said.getKind() + "(...); write all of the distribution");
    }
    Distribution spread = said == null ? SockModelFactory.eINSTANCE.createDistribution() : EcoreUtil.copy(said);
    spread.getArguments().clear();
    spread.getArguments().add(time);
    return spread;
  }

  /** A copy of a value in which a calculated quantity is replaced by what it comes to. */
  static ParameterValue fixed(ParameterValue value) {
    ParameterValue copy = EcoreUtil.copy(value);
    if (isAlone(copy.getQuantity())) {
      Optional<Quantity> quantity = Expressions.quantity(value.getQuantity().getArguments().get(0));
      quantity.ifPresent(found -> copy.getQuantity().getArguments().set(0, expression(found)));
    }
    return copy;
  }

  private static Expression expression(Quantity quantity) {
    Literal literal = SockModelFactory.eINSTANCE.createLiteral();
    literal.setQuantity(new Quantity(quantity.number().abs(), quantity.unit()).toString());
    if (quantity.number().signum() >= 0) {
      return literal;
    }
    Negation negation = SockModelFactory.eINSTANCE.createNegation();
    negation.setOperand(literal);
    return negation;
  }

  private static boolean isAlone(Distribution distribution) {
    return distribution != null && distribution.getKind() == null && distribution.getArguments().size() == 1;
  }
}
