package org.sockmodel.runtime.analysis.state;

import static org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch.NEXT_COMM;
import static org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch.NEXT_PID;
import static org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch.PREV_COMM;
import static org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch.PREV_PID;
import static org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch.PREV_STATE;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * {@code sched_switch}: a CPU changes its task. If the task that leaves is not the one believed to be current, the CPU
 * had switched to it without an event, and a call that was entered meanwhile is its.
 */
final class SchedSwitchHandler extends StateHandler {

  /** The bits of {@code prev_state} that say why a task does not want to run; the bit above means preempted. */
  private static final long NOT_RUNNABLE = 0xff;

  /** {@code EXIT_DEAD | EXIT_ZOMBIE} of {@code include/linux/sched.h}. */
  private static final long GONE = 0x30;

  private final TaskTable tasks;
  private final CpuTable cpus;
  private final Listeners listeners;

  SchedSwitchHandler(TaskTable tasks, CpuTable cpus, Listeners listeners) {
    this.tasks = tasks;
    this.cpus = cpus;
    this.listeners = listeners;
  }

  @Override
  int fields() {
    return Tracepoint.bits(PREV_COMM, PREV_PID, PREV_STATE, NEXT_COMM, NEXT_PID);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    long timeNs = event.timeNs();
    TaskState prev = task(cpu, event.intValue(PREV_PID), event.value(PREV_COMM));
    if (!cpu.runs(prev)) {
      correct(cpu, prev, timeNs);
    }
    Contexts.forget(cpu, 0, timeNs, listeners);
    TaskState next = task(cpu, event.intValue(NEXT_PID), event.value(NEXT_COMM));
    long state = event.has(PREV_STATE) ? event.value(PREV_STATE) : 0;
    boolean sleeps = (state & NOT_RUNNABLE) != 0 && !prev.isIdle();
    listeners.switched(cpu, prev, next, sleeps, timeNs);
    leave(prev, sleeps, state);
    Switching.arrive(cpu, next, timeNs, cpus);
    cpu.unclaimedCall = null;
    if ((state & GONE) != 0 && !prev.isIdle()) {
      listeners.gone(prev);
      tasks.remove(prev);
    }
  }

  private static void leave(TaskState prev, boolean sleeps, long state) {
    prev.running = false;
    prev.sleepKind = SleepKind.of(state);
    if (!sleeps) {
      prev.wokenNs = TaskState.UNKNOWN_NS;
    } else if (prev.call != CallKind.NONE) {
      prev.slept = true;
    }
  }

  private void correct(CpuState cpu, TaskState prev, long timeNs) {
    TaskState believed = cpu.current();
    if (believed != null) {
      listeners.switchedUnseen(cpu, believed, prev, timeNs);
      believed.running = false;
    }
    Switching.arrive(cpu, prev, TaskState.UNKNOWN_NS, cpus);
    if (cpu.unclaimedCall != null && !prev.isIdle()) {
      cpu.unclaimedCall.claim(cpu, prev);
    }
  }

  private TaskState task(CpuState cpu, int tid, long comm) {
    TaskState task = tid == 0 ? cpu.idle() : tasks.get(tid);
    if (comm != TraceEvent.ABSENT) {
      task.comm = (int) comm;
    }
    return task;
  }
}
