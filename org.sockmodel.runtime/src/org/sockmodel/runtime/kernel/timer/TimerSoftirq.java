package org.sockmodel.runtime.kernel.timer;

import java.util.BitSet;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.LocalTimer;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.kernel.softirq.Softirqs;

/**
 * {@code run_timer_softirq}, {@code kernel/time/timer.c}: the action of the TIMER softirq, which calls the function of
 * every timer that has expired, such as {@code process_timeout}, on this CPU's wheel and, if it is the one to do so, on
 * those of idle CPUs ({@code tmigr_handle_remote}); with the wheels of all CPUs.
 */
public final class TimerSoftirq extends KernelFunction implements LocalTimer.Tick {

  private static final int BEGIN = 0;
  private static final int NEXT = 1;
  private static final int EXPIRED = 2;

  private final Path run;
  private final Path processTimeout;
  private final Scheduler scheduler;
  private final Softirqs softirqs;
  private final TimerWheel[] wheels;
  private final Cpu[] cpus;
  private final TimerMigration migration;
  /** The CPUs whose wheels have had a timer since they were last seen empty: few of many. */
  private final BitSet pending = new BitSet();
  private final boolean everyTick;
  private ProcessTimer free;

  /**
   * @param exact whether timers expire in the jiffy they ask for
   * @param everyTick whether each tick raises the softirq, whatever is to run
   * @param migrates whether a busy CPU runs the timers of idle ones
   */
  public TimerSoftirq(Cpu[] cpus, Path[] paths, Scheduler scheduler, Softirqs softirqs, boolean exact,
      boolean everyTick, boolean migrates) {
    super("run_timer_softirq");
    this.cpus = cpus;
    migration = new TimerMigration(migrates);
    run = PathPoint.RUN_TIMER_SOFTIRQ.in(paths);
    processTimeout = PathPoint.PROCESS_TIMEOUT.in(paths);
    this.scheduler = scheduler;
    this.softirqs = softirqs;
    this.everyTick = everyTick;
    wheels = new TimerWheel[cpus.length];
    for (int i = 0; i < cpus.length; i++) {
      wheels[i] = new TimerWheel(exact);
    }
  }

  /** {@code run_local_timers}: raises the softirq if something is to run. */
  @Override
  public void tick(Cpu cpu) {
    if (everyTick || nextExpiry(cpu) <= jiffies(cpu)) {
      softirqs.raise(cpu, Softirqs.TIMER);
    }
  }

  @Override
  public long nextTimerNs(Cpu cpu) {
    long expiry = nextExpiry(cpu);
    return expiry == TimerWheel.NEVER ? Long.MAX_VALUE : expiry * Scheduler.TICK_NS;
  }

  /** When the first of the timers expires that this CPU runs, in jiffies. */
  private long nextExpiry(Cpu cpu) {
    long first = TimerWheel.NEVER;
    for (int i = pending.nextSetBit(0); i >= 0; i = pending.nextSetBit(i + 1)) {
      long expiry = wheels[i].nextExpiry();
      if (expiry == TimerWheel.NEVER) {
        pending.clear(i);
      } else if (expiry < first && migration.runs(cpu.id(), i)) {
        first = expiry;
      }
    }
    return first;
  }

  @Override
  public void busy(Cpu cpu) {
    migration.busy(cpu.id());
    scheduler.armTick(cpu);
  }

  /** A CPU with a timer that expires at the next tick keeps that tick, and counts as busy until then. */
  @Override
  public void idle(Cpu cpu) {
    if (wheels[cpu.id()].nextExpiry() > jiffies(cpu) + 1) {
      migration.idle(cpu.id());
    }
    scheduler.armTick(cpus[migration.runnerOf(cpu.id())]);
  }

  /** {@code add_timer} with {@code process_timeout}. */
  void start(Cpu cpu, Task task, long timeoutJiffies) {
    ProcessTimer timer = free;
    if (timer == null) {
      timer = new ProcessTimer();
    } else {
      free = (ProcessTimer) timer.next;
    }
    timer.task = task;
    task.timer(timer);
    modify(cpu, timer, timeoutJiffies);
  }

  /** {@code mod_timer}: starts a timer on this CPU, or moves it here and to another time. */
  public void modify(Cpu cpu, KernelTimer timer, long timeoutJiffies) {
    timer.delete();
    timer.expiresJiffies = jiffies(cpu) + timeoutJiffies;
    timer.wheel = wheels[cpu.id()];
    timer.wheel.add(timer, jiffies(cpu));
    pending.set(cpu.id());
    migration.started(cpu.id());
    scheduler.armTick(cpus[migration.runnerOf(cpu.id())]);
  }

  /** {@code del_timer_sync}: what is left of the timeout, in jiffies; 0 if it is over. */
  long stop(Cpu cpu, Task task) {
    ProcessTimer timer = (ProcessTimer) task.timer();
    timer.delete();
    task.timer(null);
    timer.task = null;
    timer.next = free;
    free = timer;
    return Math.max(0, timer.expiresJiffies - jiffies(cpu));
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, run, NEXT);
      case NEXT -> {
        KernelTimer expired = takeExpired(cpu);
        if (expired == null) {
          if (scheduler.isIdle(cpu)) {
            idle(cpu);
          }
          cpu.ret(frame, 0);
        } else {
          callFunction(cpu, frame, expired);
        }
      }
      default -> cpu.call(frame, scheduler.tryToWakeUp(), frame.self, NEXT);
    }
  }

  /** A timer that has expired on the own wheel, or else on one that this CPU looks after; null if there is none. */
  private KernelTimer takeExpired(Cpu cpu) {
    KernelTimer expired = wheels[cpu.id()].takeExpired(jiffies(cpu));
    for (int i = pending.nextSetBit(0); expired == null && i >= 0; i = pending.nextSetBit(i + 1)) {
      if (migration.runs(cpu.id(), i)) {
        expired = wheels[i].takeExpired(jiffies(cpu));
      }
    }
    return expired;
  }

  /** {@code call_timer_fn}. */
  private void callFunction(Cpu cpu, Frame frame, KernelTimer expired) {
    expired.wheel = null;
    if (expired instanceof ProcessTimer process) {
      frame.self = process.task;
      process.task = null;
      cpu.walk(frame, processTimeout, EXPIRED);
    } else {
      cpu.call(frame, expired.function(), expired.self(), NEXT);
    }
  }

  private static long jiffies(Cpu cpu) {
    return cpu.nowNs() / Scheduler.TICK_NS;
  }
}
