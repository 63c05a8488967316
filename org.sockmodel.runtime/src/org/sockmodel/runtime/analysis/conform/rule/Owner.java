package org.sockmodel.runtime.analysis.conform.rule;

import java.util.Set;
import org.sockmodel.runtime.analysis.conform.step.Call;
import org.sockmodel.runtime.analysis.conform.step.Excursion;
import org.sockmodel.runtime.analysis.conform.step.Step;

/**
 * Whose step it is.
 *
 * @param thread a compared thread
 * @param call the thread's system call at that time; null for none
 */
public record Owner(String thread, Lane lane, Call call) {

  /** The owner of a step; null if it belongs to no compared thread. */
  static Owner of(Step step, Set<String> threads) {
    if (step.isSwitchIn()) {
      return threads.contains(step.task()) ? new Owner(step.task(), Lane.WAKEUP, step.call()) : null;
    }
    Excursion excursion = step.excursion();
    if (excursion != null && excursion.isForeign()) {
      return ofInterrupt(excursion, step, threads);
    }
    if (threads.contains(step.task())) {
      boolean inside = excursion != null && !step.tracepoint().equals("softirq_entry");
      return new Owner(step.task(), inside ? Lane.SOFTIRQ : Lane.TASK, step.call());
    }
    if (excursion != null) {
      return ofInterrupt(excursion, step, threads);
    }
    boolean wakes = step.tracepoint().equals("sched_wakeup") && threads.contains(step.subject());
    return wakes ? new Owner(step.subject(), Lane.WAKEUP, step.waking().call()) : null;
  }

  private static Owner ofInterrupt(Excursion excursion, Step step, Set<String> threads) {
    if (step.isWakeup() && threads.contains(step.subject())) {
      return new Owner(step.subject(), Lane.WAKEUP, step.waking().call());
    }
    return excursion.woken().values().stream().filter(waking -> threads.contains(waking.task())).findFirst()
        .map(waking -> new Owner(waking.task(), Lane.WAKEUP, waking.call())).orElse(null);
  }
}
