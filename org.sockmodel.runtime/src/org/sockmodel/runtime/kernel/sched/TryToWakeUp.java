package org.sockmodel.runtime.kernel.sched;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedMigrateTask;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeup;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWaking;

/**
 * {@code try_to_wake_up}, {@code kernel/sched/core.c}: makes a sleeping task runnable, here or by an interrupt to the
 * CPU where it is to run. {@code self} is the {@link Task}; {@code m} is {@link Scheduler#SYNC} or 0. Returns 1 if it
 * slept, else 0.
 */
final class TryToWakeUp extends KernelFunction {

  /** How long a CPU waits before it looks again whether the task is off the CPU on which it goes to sleep. */
  private static final long SPIN_NS = 40;
  private static final int BEGIN = 0;
  private static final int CHOOSE = 1;
  private static final int PLACE = 2;
  private static final int LEFT_TO_TARGET = 3;
  private static final int ACTIVATED = 4;

  private final Scheduler scheduler;

  TryToWakeUp(Scheduler scheduler) {
    super("try_to_wake_up");
    this.scheduler = scheduler;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Task task = (Task) frame.self;
    int pc = frame.pc;
    if (pc == BEGIN) {
      cpu.irqsOff();
      pc = cpu.walkOn(frame, scheduler.path(PathPoint.TRY_TO_WAKE_UP), CHOOSE);
    }
    if (pc == CHOOSE) {
      pc = choose(cpu, frame, task);
    }
    if (pc == PLACE) {
      pc = place(cpu, frame, task);
    }
    if (pc == LEFT_TO_TARGET) {
      scheduler.queueOnWakeList(cpu, task, (int) frame.n);
      end(cpu, frame, 1);
    }
    if (pc == ACTIVATED) {
      scheduler.activate(cpu, task, (int) frame.n);
      end(cpu, frame, 1);
    }
  }

  private int choose(Cpu cpu, Frame frame, Task task) {
    if (!task.isAsleep()) {
      return end(cpu, frame, 0);
    }
    cpu.trace().fire(SchedWaking.TRACEPOINT, task.comm(), task.tid(), task.prio(), task.cpu);
    if (task.onRunQueue) {
      scheduler.keep(cpu, task);
      return end(cpu, frame, 1);
    }
    task.state = Task.WAKING;
    return PLACE;
  }

  private int place(Cpu cpu, Frame frame, Task task) {
    RunQueue last = scheduler.runQueue(task.cpu);
    boolean onCpu = last.current == task;
    if (onCpu && !scheduler.leavesWakeUpTo(task.cpu, cpu)) {
      cpu.spend(frame, SPIN_NS, PLACE);
      return Cpu.SUSPENDED;
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

  private static int end(Cpu cpu, Frame frame, int woken) {
    cpu.irqsOn();
    cpu.ret(frame, woken);
    return Cpu.SUSPENDED;
  }
}
