package org.sockmodel.runtime.analysis.conform.step;

/**
 * One event as a step of whoever did it. A switch of tasks is two steps: one out of a task, one into the other.
 *
 * @param task the task in whose context it happened
 * @param tracepoint the tracepoint's name; {@link #FUNCTION} for an entered function
 * @param detail what of its fields must agree between traces, such as {@code dev=lo len=92}
 * @param subject the task it is about: woken, sent a signal, or switched from or to; empty if there is none
 * @param waking the wake-up it is a part of; null for none
 * @param targetCpu a CPU among its fields; {@link #NO_CPU} if there is none
 * @param call the call that {@code task} was in; null for none
 * @param excursion the interrupt or softirq it happened in; null in task context
 * @param other for a step into a task, the step out of it; for the choice of the next task, the step out of the one
 *     before; null for others and if it was not recorded
 */
public record Step(long timeNs, int cpu, String task, String tracepoint, String detail, String subject,
    Waking waking, int targetCpu, Call call, Excursion excursion, Step other) {

  /** {@link #tracepoint} of a function that was entered. */
  public static final String FUNCTION = "function";

  /** {@link #tracepoint} of a switch of tasks. */
  public static final String SWITCH = "sched_switch";

  /** {@link #task} of what happens while a CPU has nothing to do. */
  public static final String IDLE = "idle";

  /** {@code pick_next_task_fair}, which chooses the task that a CPU runs next. */
  public static final String PICK = "pick_next_task_fair";

  /** {@link #detail} of a step into a task. */
  public static final String IN = "in";

  /** {@link #detail} of a step out of a task that still wants to run. */
  public static final String OUT_PREEMPTED = "out R";

  /** {@link #targetCpu} of most steps. */
  public static final int NO_CPU = -1;

  /** The same step, about a task. */
  Step about(String newSubject, Waking newWaking) {
    return new Step(timeNs, cpu, task, tracepoint, detail, newSubject, newWaking, targetCpu, call, excursion, other);
  }

  /** The same step, in an interrupt or softirq. */
  Step of(Excursion newExcursion) {
    return new Step(timeNs, cpu, task, tracepoint, detail, subject, waking, targetCpu, call, newExcursion, other);
  }

  /** The same step, leading to a switch. */
  Step leadingTo(Step out) {
    return new Step(timeNs, cpu, task, tracepoint, detail, subject, waking, targetCpu, call, excursion, out);
  }


  public boolean isFunction() {
    return tracepoint.equals(FUNCTION);
  }

  /** Whether it enters the function of this name. */
  public boolean enters(String function) {
    return isFunction() && detail.equals("func=" + function);
  }

  /** Whether it is a task's switch to a CPU. */
  public boolean isSwitchIn() {
    return tracepoint.equals(SWITCH) && detail.equals(IN);
  }

  /** Whether it is a task's switch from a CPU. */
  public boolean isSwitchOut() {
    return tracepoint.equals(SWITCH) && !detail.equals(IN);
  }

  /** Whether a task leaves its CPU within a system call, to wait for something. */
  public boolean isSleep() {
    return isSwitchOut() && call != null && !detail.equals(OUT_PREEMPTED);
  }

  /** Whether a task is being woken or has been. */
  public boolean isWakeup() {
    return tracepoint.equals("sched_waking") || tracepoint.equals("sched_wakeup")
        || tracepoint.equals("sched_wakeup_new");
  }
}
