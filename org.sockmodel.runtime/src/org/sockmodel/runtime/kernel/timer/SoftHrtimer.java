package org.sockmodel.runtime.kernel.timer;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.trace.IrqTracepoints.LocalTimerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.LocalTimerExit;

/**
 * A timer whose function runs in the HRTIMER softirq of the CPU that started it: {@code HRTIMER_MODE_ABS_PINNED_SOFT},
 * {@code include/linux/hrtimer.h}.
 */
public final class SoftHrtimer extends InterruptingTimer {

  private final HrtimerSoftirq softirq;
  private final KernelFunction function;
  private final Object self;
  private final Handler handler;
  private boolean queued;

  /**
   * @param function what to call, with {@code self}
   */
  public SoftHrtimer(HrtimerSoftirq softirq, KernelFunction function, Object self) {
    this.softirq = softirq;
    this.function = function;
    this.self = self;
    handler = new Handler();
  }

  /** {@code hrtimer_is_queued}: it has been started, and its function was not called since. */
  public boolean isQueued() {
    return queued;
  }

  /** {@code hrtimer_start}; a time that is over is now. */
  public void start(Cpu current, long atNs) {
    queued = true;
    arm(current, Math.max(atNs, current.nowNs()));
  }

  /** {@code hrtimer_cancel}. */
  public void cancel() {
    if (!disarm() && queued) {
      softirq.forget(this);
    }
    queued = false;
  }

  /** {@code __run_hrtimer}. */
  void call(Cpu current, Frame frame, int nextPc) {
    queued = false;
    current.call(frame, function, self, nextPc);
  }

  @Override
  public KernelFunction handler() {
    return handler;
  }

  /** {@code hrtimer_interrupt}, which leaves the rest to the softirq. */
  private static final class Handler extends KernelFunction {

    Handler() {
      super("hrtimer_interrupt");
    }

    @Override
    protected void step(Cpu cpu, Frame frame) {
      SoftHrtimer expired = (SoftHrtimer) frame.self;
      cpu.trace().fire(LocalTimerEntry.TRACEPOINT, VECTOR);
      if (expired.queued) {
        expired.softirq.expire(cpu, expired);
      }
      cpu.trace().fire(LocalTimerExit.TRACEPOINT, VECTOR);
      cpu.ret(frame, 0);
    }
  }
}
