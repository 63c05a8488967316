package org.sockmodel.runtime.kernel.timer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.softirq.Softirqs;

/**
 * {@code hrtimer_run_softirq}, {@code kernel/time/hrtimer.c}: the action of the HRTIMER softirq, which calls the
 * functions of the high resolution timers that may not run in the interrupt itself.
 */
public final class HrtimerSoftirq extends KernelFunction {

  private static final int NEXT = 0;

  private final Softirqs softirqs;
  private final List<ArrayDeque<SoftHrtimer>> expired = new ArrayList<>();

  public HrtimerSoftirq(int cpus, Softirqs softirqs) {
    super("hrtimer_run_softirq");
    this.softirqs = softirqs;
    for (int i = 0; i < cpus; i++) {
      expired.add(new ArrayDeque<>());
    }
  }

  /** {@code raise_timer_softirq}: the timer has expired on this CPU. */
  void expire(Cpu cpu, SoftHrtimer timer) {
    ArrayDeque<SoftHrtimer> timers = expired.get(cpu.id());
    if (timers.isEmpty()) {
      softirqs.raise(cpu, Softirqs.HRTIMER);
    }
    timers.add(timer);
  }

  /** {@code hrtimer_try_to_cancel} of a timer that has expired and was not called yet. */
  void forget(SoftHrtimer timer) {
    expired.forEach(timers -> timers.remove(timer));
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SoftHrtimer timer = expired.get(cpu.id()).poll();
    if (timer == null) {
      cpu.ret(frame, 0);
    } else {
      timer.call(cpu, frame, NEXT);
    }
  }
}
