package org.sockmodel.runtime.kernel.timer;

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
 * every timer that has expired, such as {@code process_timeout}; with the wheels of all CPUs.
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
  private final boolean everyTick;
  private ProcessTimer free;

  /**
   * @param exact whether timers expire in the jiffy they ask for
   * @param everyTick whether each tick raises the softirq, whatever is to run
   */
  public TimerSoftirq(int cpus, Path[] paths, Scheduler scheduler, Softirqs softirqs, boolean exact,
      boolean everyTick) {
    super("run_timer_softirq");
    run = paths[PathPoint.RUN_TIMER_SOFTIRQ.ordinal()];
    processTimeout = paths[PathPoint.PROCESS_TIMEOUT.ordinal()];
    this.scheduler = scheduler;
    this.softirqs = softirqs;
    this.everyTick = everyTick;
    wheels = new TimerWheel[cpus];
    for (int i = 0; i < cpus; i++) {
      wheels[i] = new TimerWheel(exact);
    }
  }

  /** {@code run_local_timers}: raises the softirq if something is to run. */
  @Override
  public void tick(Cpu cpu) {
    if (everyTick || wheels[cpu.id()].nextExpiry() <= jiffies(cpu)) {
      softirqs.raise(cpu, Softirqs.TIMER);
    }
  }

  @Override
  public long nextTimerNs(Cpu cpu) {
    long expiry = wheels[cpu.id()].nextExpiry();
    return expiry == TimerWheel.NEVER ? Long.MAX_VALUE : expiry * Scheduler.TICK_NS;
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
    scheduler.armTick(cpu);
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
        KernelTimer expired = wheels[cpu.id()].takeExpired(jiffies(cpu));
        if (expired == null) {
          cpu.ret(frame, 0);
        } else {
          callFunction(cpu, frame, expired);
        }
      }
      default -> cpu.call(frame, scheduler.tryToWakeUp(), frame.self, NEXT);
    }
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
