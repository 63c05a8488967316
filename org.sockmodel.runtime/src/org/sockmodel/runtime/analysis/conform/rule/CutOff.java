package org.sockmodel.runtime.analysis.conform.rule;

import org.sockmodel.runtime.analysis.conform.step.Step;

/** What comes after the sleep in a system call from which the other trace does not see the thread return any more. */
final class CutOff implements Rule {

  @Override
  public String name() {
    return "after a sleep in which the other trace ends";
  }

  @Override
  public boolean covers(Step step, Scope scope) {
    return scope.isCutOff(step);
  }
}
