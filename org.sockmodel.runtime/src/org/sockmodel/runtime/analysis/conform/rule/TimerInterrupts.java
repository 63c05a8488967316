package org.sockmodel.runtime.analysis.conform.rule;

import java.util.Set;
import org.sockmodel.runtime.analysis.conform.step.Excursion;
import org.sockmodel.runtime.analysis.conform.step.Step;
import org.sockmodel.runtime.analysis.state.ContextKind;

/**
 * The timer's interrupt and the softirqs it raises; they come when they come. If a timer wakes a compared thread, the
 * wake-up itself stays.
 */
final class TimerInterrupts implements Rule {

  /** TIMER, SCHED, HRTIMER, RCU. */
  private static final Set<Integer> VECTORS = Set.of(1, 7, 8, 9);

  private static final Set<String> DETAILS = Set.of("vec=1", "vec=7", "vec=8", "vec=9");

  /** {@code LOCAL_TIMER_VECTOR} and {@code IRQ_WORK_VECTOR} of x86. */
  private static final Set<Integer> INTERRUPTS = Set.of(236, 246);

  @Override
  public String name() {
    return "timer interrupts and their softirqs";
  }

  @Override
  public boolean covers(Step step, Scope scope) {
    if (step.tracepoint().startsWith("softirq_") && DETAILS.contains(step.detail())) {
      return true;
    }
    return isTimer(step.excursion()) && !(step.isWakeup() && scope.threads().contains(step.subject()));
  }

  private static boolean isTimer(Excursion excursion) {
    if (excursion == null || excursion.kind() == ContextKind.HARDIRQ) {
      return false;
    }
    return (excursion.isSoftirq() ? VECTORS : INTERRUPTS).contains(excursion.number());
  }
}
