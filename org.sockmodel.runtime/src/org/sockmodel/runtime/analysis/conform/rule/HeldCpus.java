package org.sockmodel.runtime.analysis.conform.rule;

import org.sockmodel.runtime.analysis.conform.step.Excursion;
import org.sockmodel.runtime.analysis.conform.step.Step;
import org.sockmodel.runtime.analysis.conform.step.Waking;
import org.sockmodel.runtime.analysis.state.ContextKind;

/**
 * How a thread is woken whose CPU has a task that is not compared, in one of the traces: it may be activated by its
 * waker instead of its own CPU, go to another CPU, and wait for the other task. That it is woken is compared.
 */
final class HeldCpus implements Rule {

  @Override
  public String name() {
    return "wake-ups to a CPU that another task holds";
  }

  @Override
  public boolean covers(Step step, Scope scope) {
    if (step.tracepoint().equals("sched_waking")) {
      return false;
    }
    Waking waking = step.waking() != null ? step.waking() : byInterrupt(step, scope.owner(step));
    return waking != null && scope.isHeld(waking);
  }

  /** What the interrupt from the waker's CPU is for; null if it is no such interrupt. */
  private static Waking byInterrupt(Step step, Owner owner) {
    Excursion excursion = step.excursion();
    return owner.lane() == Lane.WAKEUP && excursion != null && excursion.kind() == ContextKind.VECTOR
        ? excursion.woken().get(owner.thread()) : null;
  }
}
