package org.sockmodel.dsl.validation;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.expectation.MetricName;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.naming.SimilarNames;
import org.sockmodel.dsl.sockModel.Comparison;
import org.sockmodel.dsl.sockModel.ErrnoMetric;
import org.sockmodel.dsl.sockModel.Expectation;
import org.sockmodel.dsl.sockModel.NamedMetric;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;

/** Expectations: the metric exists and is compared with a value of its kind. */
final class ExpectationValidator extends ConceptValidator {

  private static final long MOST_PERCENT = 100;
  private static final String SUCCESS = "0";

  @Check
  public void checkNamed(Expectation expectation) {
    if (!(expectation.getMetric() instanceof NamedMetric metric)) {
      return;
    }
    if (metric.getPath() != null) {
      return;
    }
    String name = String.join(" ", metric.getWords());
    Optional<Dimension> dimension = MetricName.dimension(name);
    if (dimension.isEmpty()) {
      Optional<String> similar = SimilarNames.closest(name, MetricName.all());
      error("unknown metric '" + name + "'; " + similar.map(found -> "did you mean '" + found + "'?")
          .orElse("the language reference lists them"), metric, null, IssueCodes.UNKNOWN_METRIC,
          similar.stream().toArray(String[]::new));
      return;
    }
    checkValue(expectation, dimension.get());
  }

  private void checkValue(Expectation expectation, Dimension dimension) {
    if (dimension == Dimension.TIME) {
      quantity(expectation, Literals.EXPECTATION__VALUE, dimension, 0, Long.MAX_VALUE);
    } else {
      fraction(expectation, Literals.EXPECTATION__VALUE);
    }
  }

  @Check
  public void checkTolerance(Expectation expectation) {
    if (expectation.getTolerance() == null) {
      return;
    }
    quantity(expectation, Literals.EXPECTATION__TOLERANCE, Dimension.SHARE, 0, MOST_PERCENT);
    if (expectation.getComparison() != Comparison.EQUAL) {
      error("only == with a number can be within something; delete it", expectation, Literals.EXPECTATION__TOLERANCE,
          IssueCodes.WRONG_KIND);
    }
  }

  @Check
  public void checkOtherRun(Expectation expectation) {
    String file = expectation.getModel();
    if (file == null || !(expectation.getMetric() instanceof NamedMetric)) {
      return;
    }
    Resource from = expectation.eResource();
    boolean runs = ImportedModels.uri(file, from)
        .flatMap(uri -> ImportedModels.load(uri, from.getResourceSet()))
        .filter(other -> other.getName() != null).isPresent();
    if (!runs) {
      error("'" + file + "' is no model that can run; name a file with 'model NAME', relative to this one",
          expectation, Literals.EXPECTATION__MODEL, IssueCodes.UNKNOWN_IMPORT);
    }
  }

  @Check
  public void checkErrno(Expectation expectation) {
    if (!(expectation.getMetric() instanceof ErrnoMetric)) {
      return;
    }
    boolean number = expectation.getSymbol() != null && Character.isDigit(expectation.getSymbol().charAt(0));
    if (!number) {
      word(expectation, Literals.EXPECTATION__SYMBOL, "errno", IssueCodes.UNKNOWN_SYMBOL);
    } else if (!SUCCESS.equals(expectation.getSymbol())) {
      error("write the name of an errno, or 0 for success", expectation, Literals.EXPECTATION__SYMBOL,
          IssueCodes.BAD_QUANTITY);
    }
    if (!List.of(Comparison.EQUAL, Comparison.NOT_EQUAL).contains(expectation.getComparison())) {
      error("an errno is compared with == or !=", expectation, Literals.EXPECTATION__COMPARISON,
          IssueCodes.WRONG_KIND);
    }
  }
}
