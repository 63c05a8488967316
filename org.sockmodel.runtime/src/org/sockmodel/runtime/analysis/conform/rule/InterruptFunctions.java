package org.sockmodel.runtime.analysis.conform.rule;

import org.sockmodel.runtime.analysis.conform.step.Step;

/** Functions entered in interrupts: a function tracer does not say where an interrupt begins. */
final class InterruptFunctions implements Rule {

  @Override
  public String name() {
    return "functions in interrupts";
  }

  @Override
  public boolean covers(Step step, Scope scope) {
    return step.isFunction() && scope.owner(step).lane() == Lane.WAKEUP;
  }
}
