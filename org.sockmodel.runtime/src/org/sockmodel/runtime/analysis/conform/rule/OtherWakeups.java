package org.sockmodel.runtime.analysis.conform.rule;

import org.sockmodel.runtime.analysis.conform.step.Step;

/** Wake-ups and moves of tasks that are not compared, and interrupts between CPUs that are no wake-ups. */
final class OtherWakeups implements Rule {

  @Override
  public String name() {
    return "wake-ups of other tasks";
  }

  @Override
  public boolean covers(Step step, Scope scope) {
    if (step.tracepoint().equals("ipi_send_cpu") && step.subject().isEmpty()) {
      return !step.detail().contains("ttwu_queue_wakelist") && !step.detail().contains("resched")
          && !step.detail().contains("wakeup_preempt");
    }
    boolean isAboutTask = step.isWakeup() || step.isFunction() && !step.subject().isEmpty()
        || step.tracepoint().equals("sched_migrate_task") || step.tracepoint().equals("ipi_send_cpu");
    return isAboutTask && !scope.threads().contains(step.subject());
  }
}
