package org.sockmodel.dsl.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.conversion.Quantity;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.setting.DistributionKind;
import org.sockmodel.dsl.sockModel.Distribution;
import org.sockmodel.dsl.sockModel.Expression;
import org.sockmodel.dsl.sockModel.ParameterValue;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;

/** Distributions: they exist and have their parameters. */
final class DistributionValidator extends ConceptValidator {

  private static final long MOST_NS = 86_400_000_000_000L;
  private static final long MOST_COUNT = 1_000_000_000_000L;
  private static final BigDecimal MOST_SHAPE = BigDecimal.valueOf(1_000);

  @Check
  public void checkDistribution(Distribution distribution) {
    Optional<DistributionKind> kind = DistributionKind.of(distribution);
    if (distribution.getKind() == null && distribution.eContainer() instanceof ParameterValue) {
      return; // any quantity, which is the matter of the parameter
    }
    if (kind.isEmpty()) {
      word(distribution, Literals.DISTRIBUTION__KIND, DistributionKind.words(), "distribution",
          IssueCodes.BAD_DISTRIBUTION);
      return;
    }
    List<Dimension> parameters = kind.get().parameters(distribution.getArguments().size());
    if (distribution.getArguments().size() != parameters.size()) {
      error("write " + kind.get().form(), distribution, Literals.DISTRIBUTION__ARGUMENTS, IssueCodes.BAD_DISTRIBUTION);
      return;
    }
    checkArguments(distribution, kind.get(), parameters);
    if (kind.get() == DistributionKind.UNIFORM) {
      checkOrder(distribution.getArguments(), distribution);
    }
  }

  private void checkArguments(Distribution distribution, DistributionKind kind, List<Dimension> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      Expression argument = distribution.getArguments().get(i);
      if (parameters.get(i) == Dimension.TIME) {
        quantity(argument, distribution, Literals.DISTRIBUTION__ARGUMENTS, i, Dimension.TIME, 0, MOST_NS);
      } else if (kind == DistributionKind.BURST) {
        quantity(argument, distribution, Literals.DISTRIBUTION__ARGUMENTS, i, Dimension.NUMBER, 1, MOST_COUNT);
      } else {
        checkShape(argument, distribution, i);
      }
    }
  }

  private void checkShape(Expression argument, Distribution distribution, int index) {
    boolean valid = argument == null || Expressions.quantity(argument)
        .filter(shape -> shape.dimension() == Dimension.NUMBER)
        .filter(shape -> shape.number().signum() > 0 && shape.number().compareTo(MOST_SHAPE) <= 0)
        .isPresent();
    if (!valid) {
      error("the shape is a plain number above 0, up to " + MOST_SHAPE + "; write for example 1.5", distribution,
          Literals.DISTRIBUTION__ARGUMENTS, index, IssueCodes.OUT_OF_RANGE);
    }
  }

  private void checkOrder(List<Expression> arguments, Distribution distribution) {
    Optional<Quantity> least = Expressions.quantity(arguments.get(0));
    Optional<Quantity> most = Expressions.quantity(arguments.get(1));
    if (least.isPresent() && most.isPresent() && least.get().base().compareTo(most.get().base()) > 0) {
      error(least.get() + " is more than " + most.get() + "; swap them", distribution,
          Literals.DISTRIBUTION__ARGUMENTS, 0, IssueCodes.OUT_OF_RANGE);
    }
  }
}
