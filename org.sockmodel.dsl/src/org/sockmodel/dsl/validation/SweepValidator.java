package org.sockmodel.dsl.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.parameter.ParameterException;
import org.sockmodel.dsl.parameter.Parameters;
import org.sockmodel.dsl.sockModel.Axis;
import org.sockmodel.dsl.sockModel.Distribution;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.ParameterValue;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.Sweep;
import org.sockmodel.dsl.sweep.SweepPlan;

/** Sweeps: there is one, it varies what is there, and by values of its kind. */
final class SweepValidator extends ConceptValidator {

  @Check
  public void checkModel(Model model) {
    List<Sweep> sweeps = EcoreUtil2.typeSelect(model.getElements(), Sweep.class);
    sweeps.stream().skip(1).forEach(second -> error("sweep is said twice; put all into one", second, null,
        IssueCodes.SAID_TWICE));
    sweeps.stream().limit(1).forEach(sweep -> checkAxes(sweep, new Parameters(model)));
  }

  private void checkAxes(Sweep sweep, Parameters parameters) {
    Set<String> paths = new HashSet<>();
    for (Axis axis : sweep.getAxes()) {
      if (!paths.add(axis.getPath())) {
        error(axis.getPath() + " is said twice; delete one", axis, Literals.AXIS__PATH, IssueCodes.SAID_TWICE);
      }
      try {
        parameters.dimension(axis.getPath()).ifPresent(dimension -> checkValues(axis, dimension));
      } catch (ParameterException e) {
        error("'" + axis.getPath() + "' " + e.getMessage(), axis, Literals.AXIS__PATH, IssueCodes.UNKNOWN_PARAMETER,
            parameters.meant(axis.getPath()).stream().toArray(String[]::new));
      }
    }
  }

  private void checkValues(Axis axis, Dimension dimension) {
    for (ParameterValue value : axis.getValues()) {
      Distribution distribution = value.getQuantity();
      if (distribution == null || distribution.getKind() != null) {
        error("a quantity is wanted here; write a number with its unit", value, null, IssueCodes.WRONG_KIND);
      } else {
        Expressions.quantity(distribution.getArguments().get(0)).flatMap(found -> found.misfit(dimension)).ifPresent(
            message -> error(message, value, null, IssueCodes.WRONG_UNIT));
      }
    }
  }

  @Check
  public void checkSeeds(Sweep sweep) {
    for (int i = 0; i < sweep.getSeeds().size(); i++) {
      if (SweepPlan.seeds(sweep.getSeeds().get(i)).isEmpty()) {
        error("seeds are whole numbers, from a smaller one to a larger one; write for example 1..20", sweep,
            Literals.SWEEP__SEEDS, i, IssueCodes.OUT_OF_RANGE);
      }
    }
  }
}
