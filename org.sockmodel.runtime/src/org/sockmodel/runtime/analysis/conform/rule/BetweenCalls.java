package org.sockmodel.runtime.analysis.conform.rule;

import org.sockmodel.runtime.analysis.conform.step.Step;

/** What happens to a thread outside of system calls: it begins, moves to its CPU, runs, waits unseen, ends. */
final class BetweenCalls implements Rule {

  @Override
  public String name() {
    return "between system calls";
  }

  @Override
  public boolean covers(Step step, Scope scope) {
    return scope.owner(step).call() == null;
  }
}
