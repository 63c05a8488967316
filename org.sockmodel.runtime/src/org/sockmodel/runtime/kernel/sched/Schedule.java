package org.sockmodel.runtime.kernel.sched;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;

/**
 * {@code __schedule}, {@code kernel/sched/core.c}. Runs with interrupts off up to the return in the next task. Locals:
 * {@code n} is the state in which the task came; it may be woken before the switch, and is then on a run queue
 * already; {@code k} is returned as it was.
 */
final class Schedule extends StraightFunction {

  private static final int BEGIN = 0;
  private static final int DEQUEUED = 1;
  private static final int PICKED = 2;
  private static final int RESUMED = 3;

  /** {@code prev_state} of a task that was preempted: {@code TASK_REPORT_MAX}, printed as R+. */
  private static final int PREEMPTED = 256;

  private final Scheduler scheduler;

  Schedule(Scheduler scheduler) {
    super("__schedule");
    this.scheduler = scheduler;
  }

  @Override
  protected int run(Cpu cpu, Frame frame, Object self, int from) {
    RunQueue runQueue = scheduler.runQueue(cpu.id());
    int pc = from;
    if (pc == BEGIN) {
      pc = begin(cpu, frame, runQueue);
    }
    if (pc == DEQUEUED) {
      pc = cpu.walkOn(frame, scheduler.path(PathPoint.PICK_NEXT_TASK), PICKED);
    }
    if (pc == PICKED) {
      pc = cpu.spendOn(frame, 0, RESUMED); // on top of this task's stack, before that of another one
      switchTask(cpu, frame, runQueue);
    }
    if (pc != RESUMED) {
      return suspend(frame, null);
    }
    cpu.irqsOn();
    return ret(cpu, frame.k);
  }

  private int begin(Cpu cpu, Frame frame, RunQueue runQueue) {
    cpu.irqsOff();
    scheduler.account(runQueue);
    Task previous = runQueue.current;
    if (previous.state == Task.INTERRUPTIBLE && previous.signalPending()) {
      previous.state = Task.RUNNING;
    }
    frame.n = previous.state;
    if (previous == runQueue.idle || previous.state == Task.RUNNING) {
      return DEQUEUED;
    }
    dequeue(runQueue, previous);
    return cpu.walkOn(frame, scheduler.path(PathPoint.DEQUEUE_TASK), DEQUEUED);
  }

  /** {@code deactivate_task}. */
  private void dequeue(RunQueue runQueue, Task task) {
    task.delayed = !task.isDead() && scheduler.policy().delaysDequeue(runQueue, task);
    task.onRunQueue = task.delayed;
    if (task.delayed) {
      runQueue.stop();
      runQueue.enqueue(task);
    } else {
      scheduler.policy().detach(runQueue, task);
      runQueue.stop();
    }
  }

  private void switchTask(Cpu cpu, Frame frame, RunQueue runQueue) {
    Task previous = runQueue.current;
    Task next = pickNext(cpu, runQueue);
    runQueue.needResched = false;
    if (next == runQueue.runningTask()) {
      return;
    }
    boolean preempted = runQueue.runningTask() != null;
    if (preempted) {
      runQueue.enqueue(previous);
    }
    if (next != runQueue.idle) {
      runQueue.remove(next);
      scheduler.policy().begin(next);
    }
    previous.ranNs = cpu.nowNs();
    runQueue.run(next);
    if (next == previous) {
      return;
    }
    traceSwitch(cpu, previous, preempted ? PREEMPTED : frame.n, next);
    scheduler.idleOrBusy(cpu, previous == runQueue.idle, next == runQueue.idle);
    cpu.switchTo(next);
    if (next == runQueue.idle && next.isAtBottom()) {
      cpu.irqsOn();
    } else {
      next.charge(scheduler.path(PathPoint.CONTEXT_SWITCH).totalNs());
    }
  }

  /** {@code pick_next_task_fair}. */
  private Task pickNext(Cpu cpu, RunQueue runQueue) {
    scheduler.account(runQueue);
    Task next = scheduler.policy().pick(runQueue);
    if (next == null && scheduler.newidleBalance().pull(cpu, runQueue)) {
      next = scheduler.policy().pick(runQueue);
    }
    return next == null ? runQueue.idle : next;
  }

  private static void traceSwitch(Cpu cpu, Task previous, long state, Task next) {
    if (!cpu.trace().enabled()) {
      return;
    }
    cpu.trace().begin(SchedSwitch.TRACEPOINT)
        .set(SchedSwitch.PREV_COMM, previous.comm())
        .set(SchedSwitch.PREV_PID, previous.tid())
        .set(SchedSwitch.PREV_PRIO, previous.prio())
        .set(SchedSwitch.PREV_STATE, state)
        .set(SchedSwitch.NEXT_COMM, next.comm())
        .set(SchedSwitch.NEXT_PID, next.tid())
        .set(SchedSwitch.NEXT_PRIO, next.prio());
    cpu.trace().commit();
  }
}
