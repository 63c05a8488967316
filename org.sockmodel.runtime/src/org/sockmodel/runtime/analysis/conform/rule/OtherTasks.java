package org.sockmodel.runtime.analysis.conform.rule;

import org.sockmodel.runtime.analysis.conform.step.Step;

/** What tasks do that only one trace has, or that make no system calls: the idle task, kernel threads, others. */
final class OtherTasks implements Rule {

  @Override
  public String name() {
    return "other tasks";
  }

  @Override
  public boolean covers(Step step, Scope scope) {
    return scope.owner(step) == null;
  }
}
