package org.sockmodel.runtime.analysis.conform.rule;

import org.sockmodel.runtime.analysis.conform.step.Step;

/**
 * The end of a task's slice while others want its CPU: {@code resched_curr} in {@code update_curr}
 * (kernel/sched/fair.c). When that is depends on how fast the machine is, and on the others.
 */
final class SliceEnds implements Rule {

  @Override
  public String name() {
    return "ends of time slices";
  }

  @Override
  public boolean covers(Step step, Scope scope) {
    return step.enters("resched_curr") && step.subject().isEmpty();
  }
}
