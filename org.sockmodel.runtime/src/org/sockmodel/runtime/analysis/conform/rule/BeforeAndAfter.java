package org.sockmodel.runtime.analysis.conform.rule;

import org.sockmodel.runtime.analysis.conform.step.Step;

/** What a thread does before the first and after the last call that both traces have: it prepares and clears up. */
final class BeforeAndAfter implements Rule {

  @Override
  public String name() {
    return "before the first and after the last common call";
  }

  @Override
  public boolean covers(Step step, Scope scope) {
    return !scope.isInWindow(scope.owner(step).call());
  }
}
