package org.sockmodel.runtime.analysis.conform.rule;

import org.sockmodel.runtime.analysis.conform.step.Step;

/**
 * A compared thread has to give its CPU to a task that is not compared, and gets it back; or a choice of the next task
 * leaves it the CPU.
 */
final class Preemptions implements Rule {

  @Override
  public String name() {
    return "preemption by other tasks";
  }

  @Override
  public boolean covers(Step step, Scope scope) {
    boolean chooses = step.enters(Step.PICK);
    if (chooses && step.other() == null) {
      return scope.haveBoth(Step.SWITCH);
    }
    Step out = step.isSwitchIn() || chooses ? step.other() : step;
    return out != null && out.isSwitchOut() && out.detail().equals(Step.OUT_PREEMPTED)
        && !scope.threads().contains(out.subject());
  }
}
