package org.sockmodel.runtime.kernel.timer;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.sched.LocalTimerInterrupt;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.trace.IrqTracepoints.LocalTimerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.LocalTimerExit;

/**
 * A high resolution timer whose function runs in the HRTIMER softirq of the CPU that started it: {@code struct hrtimer}
 * with {@code HRTIMER_MODE_ABS_PINNED_SOFT}, {@code include/linux/hrtimer.h}. As an event it is the timer's expiry. It
 * interrupts by itself, also where it would share the interrupt of another timer.
 */
public final class SoftHrtimer extends LocalTimerInterrupt implements Event {

  private static final long NOT_ARMED = -1;

  private final HrtimerSoftirq softirq;
  private final KernelFunction function;
  private final Object self;
  private final Handler handler;
  private Cpu cpu;
  private long timer = NOT_ARMED;
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
    cpu = current;
    timer = cpu.simulator().schedule(Math.max(atNs, cpu.nowNs()), Simulator.DEVICE_PRIORITY, this, 0);
  }

  /** {@code hrtimer_cancel}. */
  public void cancel() {
    if (timer != NOT_ARMED) {
      cpu.simulator().cancel(timer);
      timer = NOT_ARMED;
    } else if (queued) {
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
  public void fire(int argument) {
    timer = NOT_ARMED;
    cpu.interrupt(this);
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
