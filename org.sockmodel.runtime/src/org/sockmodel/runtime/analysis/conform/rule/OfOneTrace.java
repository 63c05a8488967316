package org.sockmodel.runtime.analysis.conform.rule;

import org.sockmodel.runtime.analysis.conform.step.Step;

/** Tracepoints and functions that only one trace ever shows: they were not recorded, or are not modelled. */
final class OfOneTrace implements Rule {

  private static final String FUNC = "func=";

  @Override
  public String name() {
    return "tracepoints and functions of one trace";
  }

  @Override
  public boolean covers(Step step, Scope scope) {
    if (step.isFunction()) {
      return !scope.enterBoth(step.detail().substring(FUNC.length()));
    }
    return !scope.haveBoth(step.tracepoint());
  }
}
