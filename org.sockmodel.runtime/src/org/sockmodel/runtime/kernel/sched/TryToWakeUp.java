package org.sockmodel.runtime.kernel.sched;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedMigrateTask;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWaking;

/**
 * {@code try_to_wake_up}, {@code kernel/sched/core.c}: makes a sleeping task runnable, here or by an interrupt to the
 * CPU where it is to run. {@code self} is the {@link Task}; {@code m} is {@link Scheduler#SYNC} or 0. Returns 1 if it
 * slept, else 0.
 */
final class TryToWakeUp extends StraightFunction {

  /** How long a CPU waits before it looks again whether the task is off the CPU on which it goes to sleep. */
  private static final long SPIN_NS = 40;
  private static final int BEGIN = 0;
  private static final int CHOOSE = 1;
  private static final int PLACE = 2;
  private static final int LEFT_TO_TARGET = 3;
  private static final int ACTIVATED = 4;
  private static final int WOKEN = 5;
  private static final int AWAKE = 6;

  private final Scheduler scheduler;

  TryToWakeUp(Scheduler scheduler) {
    super("try_to_wake_up");
    this.scheduler = scheduler;
  }

  @Override
  protected int run(Cpu cpu, Frame frame, Object self, int from) {
    Task task = (Task) self;
    int pc = from;
    if (pc == BEGIN) {
      cpu.irqsOff();
      pc = cpu.walkOn(frame, scheduler.path(PathPoint.TRY_TO_WAKE_UP), CHOOSE);
    }
    if (pc == CHOOSE) {
      pc = choose(cpu, task);
    }
    if (pc == PLACE) {
      pc = place(cpu, frame, task);
    }
    if (pc == LEFT_TO_TARGET) {
      scheduler.queueOnWakeList(cpu, task, (int) frame.n);
      pc = WOKEN;
    }
    if (pc == ACTIVATED) {
      scheduler.activate(cpu, task, (int) frame.n);
      pc = WOKEN;
    }
    if (pc == Cpu.SUSPENDED) {
      return suspend(frame, task);
    }
    cpu.irqsOn();
    return ret(cpu, pc == WOKEN ? 1 : 0);
  }

  private int choose(Cpu cpu, Task task) {
    if (!task.isAsleep()) {
      return AWAKE;
    }
    if (cpu.trace().enabled()) {
      cpu.trace().fire(SchedWaking.TRACEPOINT, task.comm(), task.tid(), task.prio(), task.cpu);
    }
    if (task.onRunQueue) {
      scheduler.keep(cpu, task);
      return WOKEN;
    }
    task.state = Task.WAKING;
    return PLACE;
  }

  private int place(Cpu cpu, Frame frame, Task task) {
    RunQueue last = scheduler.runQueue(task.cpu);
    boolean onCpu = last.current == task;
    if (onCpu && !scheduler.leavesWakeUpTo(task.cpu, cpu)) {
      return cpu.spendOn(frame, SPIN_NS, PLACE);
    }
    int target = onCpu ? task.cpu : scheduler.placement().forWoken(task, cpu, frame.m == Scheduler.SYNC);
    if (target != task.cpu) {
      scheduler.policy().migrate(last, scheduler.runQueue(target), task);
      migrate(cpu, task, target);
    }
    frame.n = target;
    boolean left = scheduler.leavesWakeUpTo(target, cpu);
    PathPoint point = left ? PathPoint.TTWU_QUEUE_WAKELIST : PathPoint.TTWU_DO_ACTIVATE;
    return cpu.walkOn(frame, scheduler.path(point), left ? LEFT_TO_TARGET : ACTIVATED);
  }

  /** Tells the trace that a task goes to another CPU. */
  static void migrate(Cpu cpu, Task task, int target) {
    if (cpu.trace().enabled()) {
      cpu.trace().begin(SchedMigrateTask.TRACEPOINT)
          .set(SchedMigrateTask.COMM, task.comm())
          .set(SchedMigrateTask.PID, task.tid())
          .set(SchedMigrateTask.PRIO, task.prio())
          .set(SchedMigrateTask.ORIG_CPU, task.cpu)
          .set(SchedMigrateTask.DEST_CPU, target);
      cpu.trace().commit();
    }
  }
}
