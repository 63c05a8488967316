package org.sockmodel.runtime.analysis.conform.rule;

import org.sockmodel.runtime.analysis.conform.step.Step;

/** Interrupts and softirqs that have nothing to do with a compared thread. */
final class OtherInterrupts implements Rule {

  @Override
  public String name() {
    return "interrupts that wake no compared thread";
  }

  @Override
  public boolean covers(Step step, Scope scope) {
    return step.excursion() != null && scope.owner(step) == null;
  }
}
