package org.sockmodel.dsl.validation;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.conversion.Quantity;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.setting.DistributionKind;
import org.sockmodel.dsl.sockModel.Compute;
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
      word(distribution, Literals.DISTRIBUTION__KIND, "distribution", IssueCodes.BAD_DISTRIBUTION);
      return;
    }
    List<Dimension> parameters = kind.get().parameters(distribution.getArguments().size());
    if (distribution.getArguments().size() != parameters.size()) {
      error("write " + kind.get().form(), distribution, Literals.DISTRIBUTION__ARGUMENTS, IssueCodes.BAD_DISTRIBUTION);
      return;
    }
    if (kind.get().isOfFile() == (distribution.getFile() == null)) {
      error("write " + kind.get().form(), distribution, Literals.DISTRIBUTION__KIND, IssueCodes.BAD_DISTRIBUTION);
      return;
    }
    checkFile(distribution, kind.get());
    checkArguments(distribution, kind.get(), parameters);
    if (kind.get() == DistributionKind.UNIFORM) {
      checkOrder(distribution.getArguments(), distribution);
    }
  }

  private void checkFile(Distribution distribution, DistributionKind kind) {
    if (kind == DistributionKind.REPLAY && distribution.eContainer() instanceof Compute) {
      error("a replay tells when messages arrive; write it as the gap of a traffic, or " + DistributionKind.EMPIRICAL
          .form() + " here", distribution, Literals.DISTRIBUTION__KIND, IssueCodes.WRONG_KIND);
    }
    URI model = distribution.eResource().getURI();
    if (!kind.isOfFile() || !model.isFile() || model.isRelative()) {
      return;
    }
    try {
      if (!Files.exists(Path.of(model.toFileString()).resolveSibling(distribution.getFile()))) {
        error("there is no file '" + distribution.getFile() + "' beside this model; check its name", distribution,
            Literals.DISTRIBUTION__FILE, IssueCodes.UNKNOWN_FILE);
      }
    } catch (InvalidPathException e) {
      error("'" + distribution.getFile() + "' is no file name; check it", distribution, Literals.DISTRIBUTION__FILE,
          IssueCodes.UNKNOWN_FILE);
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
