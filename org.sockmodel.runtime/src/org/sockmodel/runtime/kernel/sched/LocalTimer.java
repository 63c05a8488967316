package org.sockmodel.runtime.kernel.sched;

import java.util.ArrayDeque;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Interrupt;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.trace.IrqTracepoints.LocalTimerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.LocalTimerExit;

/**
 * The timer of one CPU in high resolution mode: {@code hrtimer_interrupt}, {@code kernel/time/hrtimer.c}. As an event
 * it is the expiry of one sleep, told by its slot.
 */
public final class LocalTimer extends Interrupt implements Event {

  /** {@code LOCAL_TIMER_VECTOR}, {@code arch/x86/include/asm/irq_vectors.h}. */
  private static final int VECTOR = 236;

  private final Cpu cpu;
  private final Handler handler;
  private final ArrayDeque<Task> expired = new ArrayDeque<>();
  private final SleeperSlots sleepers = new SleeperSlots();

  LocalTimer(Cpu cpu, Path hrtimerWakeup, KernelFunction tryToWakeUp) {
    this.cpu = cpu;
    handler = new Handler(this, hrtimerWakeup, tryToWakeUp);
  }

  /** {@code hrtimer_start} with {@code hrtimer_wakeup} as its function. */
  void start(Task task, long atNs) {
    cpu.simulator().schedule(atNs, Simulator.DEVICE_PRIORITY, this, sleepers.add(task));
  }

  @Override
  public void fire(int slot) {
    expired.add(sleepers.take(slot));
    cpu.interrupt(this);
  }

  @Override
  public KernelFunction handler() {
    return handler;
  }

  @Override
  public PathPoint entry() {
    return PathPoint.TIMER_ENTRY;
  }

  @Override
  public PathPoint exit() {
    return PathPoint.TIMER_EXIT;
  }

  /** Wakes the tasks whose time has come. */
  private static final class Handler extends KernelFunction {

    private static final int BEGIN = 0;
    private static final int NEXT = 1;
    private static final int WAKE = 2;

    private final LocalTimer timer;
    private final Path hrtimerWakeup;
    private final KernelFunction tryToWakeUp;

    Handler(LocalTimer timer, Path hrtimerWakeup, KernelFunction tryToWakeUp) {
      super("hrtimer_interrupt");
      this.timer = timer;
      this.hrtimerWakeup = hrtimerWakeup;
      this.tryToWakeUp = tryToWakeUp;
    }

    @Override
    protected void step(Cpu cpu, Frame frame) {
      switch (frame.pc) {
        case BEGIN -> {
          cpu.trace().fire(LocalTimerEntry.TRACEPOINT, VECTOR);
          frame.pc = NEXT;
        }
        case NEXT -> {
          if (timer.expired.isEmpty()) {
            cpu.trace().fire(LocalTimerExit.TRACEPOINT, VECTOR);
            cpu.ret(frame, 0);
          } else {
            cpu.walk(frame, hrtimerWakeup, WAKE);
          }
        }
        default -> cpu.call(frame, tryToWakeUp, timer.expired.poll(), NEXT);
      }
    }
  }
}
