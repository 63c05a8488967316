package org.sockmodel.runtime.analysis.conform.rule;

import org.sockmodel.runtime.analysis.conform.step.Step;

/** System calls that only one trace ever shows, with all that happens in them. */
final class CallsOfOneTrace implements Rule {

  @Override
  public String name() {
    return "calls that one trace does not show";
  }

  @Override
  public boolean covers(Step step, Scope scope) {
    Owner owner = scope.owner(step);
    return owner.call() != null && !scope.isComparable(owner.call());
  }
}
