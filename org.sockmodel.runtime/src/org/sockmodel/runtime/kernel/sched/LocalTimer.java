package org.sockmodel.runtime.kernel.sched;

import java.util.ArrayDeque;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.trace.IrqTracepoints.LocalTimerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.LocalTimerExit;

/**
 * The timer of one CPU in high resolution mode: {@code hrtimer_interrupt}, {@code kernel/time/hrtimer.c}, and its tick,
 * {@code tick_nohz_handler}, {@code kernel/time/tick-sched.c}. As an event it is the expiry of one sleep, told by its
 * slot, or of the tick. Ticks come at whole jiffies while the CPU is busy, and when it is idle only if a timer expires.
 */
public final class LocalTimer extends LocalTimerInterrupt implements Event {

  private static final int TICK = -1;
  private static final long NEVER = Long.MAX_VALUE;

  private final Cpu cpu;
  private final RunQueue runQueue;
  private final Handler handler;
  private final ArrayDeque<Task> expired = new ArrayDeque<>();
  private final SleeperSlots sleepers = new SleeperSlots();
  private Tick tick;
  private boolean ticksWhileBusy;
  private long tickArmedNs = NEVER;
  private long tickEvent;
  private boolean tickDue;

  /** What else happens at a tick: {@code update_process_times}. */
  public interface Tick {

    /** When the next timer that the CPU runs expires; {@link Long#MAX_VALUE} if none is pending. */
    long nextTimerNs(Cpu cpu);

    /** {@code timer_clear_idle}: the CPU leaves idle; has its tick come in time. */
    void busy(Cpu cpu);

    /** {@code timer_base_try_to_set_idle}: the CPU becomes idle; has some CPU's tick come in time for its timers. */
    void idle(Cpu cpu);

    /** Runs in the interrupt of the tick. */
    void tick(Cpu cpu);
  }

  LocalTimer(Cpu cpu, RunQueue runQueue, Scheduler scheduler) {
    this.cpu = cpu;
    this.runQueue = runQueue;
    handler = new Handler(this, scheduler);
  }

  void onTick(Tick newTick, boolean whileBusy) {
    tick = newTick;
    ticksWhileBusy = whileBusy;
  }

  /** {@code hrtimer_start} with {@code hrtimer_wakeup} as its function. */
  int start(Task task, long atNs) {
    int slot = sleepers.add(task);
    sleepers.event(slot, cpu.simulator().schedule(atNs, Simulator.DEVICE_PRIORITY, this, slot));
    return slot;
  }

  /** {@code hrtimer_cancel}: false if the timer has expired. */
  boolean cancel(Task task, int slot) {
    if (!sleepers.holds(slot, task)) {
      return false;
    }
    cpu.simulator().cancel(sleepers.event(slot));
    sleepers.take(slot);
    return true;
  }

  /** {@code tick_nohz_idle_exit}. */
  void leaveIdle() {
    if (tick != null) {
      tick.busy(cpu);
    }
  }

  /** {@code tick_nohz_idle_enter}. */
  void enterIdle() {
    if (tick != null) {
      tick.idle(cpu);
    }
  }

  /** {@code tick_nohz_restart} and {@code tick_nohz_next_event}: a tick that is armed already but too late moves. */
  void armTick() {
    long wantedNs = nextTickNs();
    if (wantedNs < tickArmedNs) {
      if (tickArmedNs != NEVER) {
        cpu.simulator().cancel(tickEvent);
      }
      tickArmedNs = wantedNs;
      tickEvent = cpu.simulator().schedule(wantedNs, Simulator.DEVICE_PRIORITY, this, TICK);
    }
  }

  private long nextTickNs() {
    if (tick == null) {
      return NEVER;
    }
    long boundaryNs = (cpu.nowNs() / Scheduler.TICK_NS + 1) * Scheduler.TICK_NS;
    return isTicking() ? boundaryNs : Math.max(tick.nextTimerNs(cpu), boundaryNs);
  }

  private boolean isTicking() {
    return ticksWhileBusy && runQueue.current != runQueue.idle;
  }

  @Override
  public void fire(int slot) {
    if (slot != TICK) {
      expired.add(sleepers.take(slot));
      cpu.interrupt(this);
      return;
    }
    tickArmedNs = NEVER;
    if (isTicking() || tick.nextTimerNs(cpu) <= cpu.nowNs()) {
      tickDue = true;
      cpu.interrupt(this);
    } else {
      armTick();
    }
  }

  @Override
  public KernelFunction handler() {
    return handler;
  }

  /** Wakes the tasks whose time has come and does the tick's work. */
  private static final class Handler extends KernelFunction {

    private static final int BEGIN = 0;
    private static final int NEXT = 1;
    private static final int WAKE = 2;
    private static final int TICKED = 3;

    private final LocalTimer timer;
    private final Scheduler scheduler;

    Handler(LocalTimer timer, Scheduler scheduler) {
      super("hrtimer_interrupt");
      this.timer = timer;
      this.scheduler = scheduler;
    }

    @Override
    protected void step(Cpu cpu, Frame frame) {
      switch (frame.pc) {
        case BEGIN -> {
          cpu.trace().fire(LocalTimerEntry.TRACEPOINT, VECTOR);
          frame.pc = NEXT;
        }
        case NEXT -> next(cpu, frame);
        case WAKE -> cpu.call(frame, scheduler.tryToWakeUp(), timer.expired.poll(), NEXT);
        default -> {
          timer.tick.tick(cpu);
          scheduler.tick(timer.runQueue);
          timer.armTick();
          frame.pc = NEXT;
        }
      }
    }

    private void next(Cpu cpu, Frame frame) {
      if (!timer.expired.isEmpty()) {
        cpu.walk(frame, scheduler.path(PathPoint.HRTIMER_WAKEUP), WAKE);
      } else if (timer.tickDue) {
        timer.tickDue = false;
        cpu.walk(frame, scheduler.path(PathPoint.TICK), TICKED);
      } else {
        cpu.trace().fire(LocalTimerExit.TRACEPOINT, VECTOR);
        cpu.ret(frame, 0);
      }
    }
  }
}
