package org.sockmodel.runtime.kernel.timer;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;

/**
 * A timer of the wheel: {@code struct timer_list}, {@code include/linux/timer.h}. Runs at most on one wheel at a time;
 * can be started again and again.
 */
public class KernelTimer {

  private final KernelFunction function;
  private final Object self;
  TimerWheel wheel;
  long expiresJiffies;
  int bucket;
  KernelTimer previous;
  KernelTimer next;

  /**
   * {@code timer_setup}.
   *
   * @param function what the TIMER softirq calls when the time is over
   * @param self the function's {@code self}
   */
  public KernelTimer(KernelFunction function, Object self) {
    this.function = function;
    this.self = self;
  }

  KernelFunction function() {
    return function;
  }

  Object self() {
    return self;
  }

  /** {@code timer_pending}. */
  public boolean isPending() {
    return wheel != null;
  }

  /** {@code timer_delete}: does nothing if the timer does not run. */
  public void delete() {
    if (wheel != null) {
      wheel.remove(this);
      wheel = null;
    }
  }
}
