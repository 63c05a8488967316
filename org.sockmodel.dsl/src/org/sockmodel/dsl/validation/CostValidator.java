package org.sockmodel.dsl.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.sockModel.Cost;
import org.sockmodel.dsl.sockModel.CostTable;
import org.sockmodel.dsl.sockModel.Costs;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.runtime.kernel.cpu.PathProfile;

/** Costs: that the kernel has such a step, that it is priced once, and that the price is a time. */
final class CostValidator extends ConceptValidator {

  private static final long MOST_NS = 1_000_000_000L;

  @Check
  public void checkCost(Cost cost) {
    word(cost, Literals.COST__NAME, "cost", IssueCodes.UNKNOWN_COST);
    boolean perByte = PathProfile.costsPerByte().contains(cost.getName());
    Dimension dimension = perByte ? Dimension.TIME_PER_BYTE : Dimension.TIME;
    quantity(cost, Literals.COST__VALUE, dimension, 0, MOST_NS);
  }

  @Check
  public void checkOnce(CostTable table) {
    once(table.getCosts());
  }

  @Check
  public void checkOnce(Costs table) {
    once(table.getCosts());
  }

  private void once(List<Cost> costs) {
    Set<String> seen = new HashSet<>();
    for (Cost cost : costs) {
      if (!seen.add(cost.getName())) {
        error("the cost of " + cost.getName() + " is said twice; delete one", cost, Literals.COST__NAME,
            IssueCodes.SAID_TWICE);
      }
    }
  }
}
