package org.sockmodel.runtime.trace;

import static org.sockmodel.runtime.trace.Field.Kind.POINTER;
import static org.sockmodel.runtime.trace.Field.Kind.S32;
import static org.sockmodel.runtime.trace.Field.Kind.S64;
import static org.sockmodel.runtime.trace.Field.Kind.TEXT;
import static org.sockmodel.runtime.trace.Field.Kind.U32;
import static org.sockmodel.runtime.trace.Field.Kind.U64;

import java.util.List;

/**
 * Tracepoints of the scheduler, timers and signals
 * ({@code include/trace/events/sched.h}, {@code timer.h}, {@code signal.h}).
 */
public final class SchedTracepoints {

  /** A CPU switches from one task to another. */
  public static final class SchedSwitch {

    public static final int PREV_COMM = 0;
    public static final int PREV_PID = 1;
    public static final int PREV_PRIO = 2;
    public static final int PREV_STATE = 3;
    public static final int NEXT_COMM = 4;
    public static final int NEXT_PID = 5;
    public static final int NEXT_PRIO = 6;
    public static final Tracepoint TRACEPOINT = new Tracepoint(12, "sched_switch", List.of(
        new Field("prev_comm", Field.Kind.COMM), new Field("prev_pid", S32), new Field("prev_prio", S32),
        new Field("prev_state", S64), new Field("next_comm", Field.Kind.COMM), new Field("next_pid", S32),
        new Field("next_prio", S32)));

    private SchedSwitch() {
    }
  }

  /** Event class {@code sched_wakeup_template}: a task, and the CPU that it is to run on. */
  public abstract static class SchedWakeupTemplate {

    public static final int COMM = 0;
    public static final int PID = 1;
    public static final int PRIO = 2;
    public static final int TARGET_CPU = 3;

    private SchedWakeupTemplate() {
    }

    static Tracepoint tracepoint(int id, String name) {
      return new Tracepoint(id, name, List.of(
          new Field("comm", Field.Kind.COMM), new Field("pid", S32), new Field("prio", S32),
          new Field("target_cpu", S32)));
    }
  }

  /** A task is about to be woken, in the waker's context. */
  public static final class SchedWaking extends SchedWakeupTemplate {

    public static final Tracepoint TRACEPOINT = tracepoint(13, "sched_waking");

    private SchedWaking() {
    }
  }

  /** A woken task is on a run queue. */
  public static final class SchedWakeup extends SchedWakeupTemplate {

    public static final Tracepoint TRACEPOINT = tracepoint(14, "sched_wakeup");

    private SchedWakeup() {
    }
  }

  /** A new task is on a run queue for the first time. */
  public static final class SchedWakeupNew extends SchedWakeupTemplate {

    public static final Tracepoint TRACEPOINT = tracepoint(15, "sched_wakeup_new");

    private SchedWakeupNew() {
    }
  }

  /** A task moves to another CPU. */
  public static final class SchedMigrateTask {

    public static final int COMM = 0;
    public static final int PID = 1;
    public static final int PRIO = 2;
    public static final int ORIG_CPU = 3;
    public static final int DEST_CPU = 4;
    public static final Tracepoint TRACEPOINT = new Tracepoint(16, "sched_migrate_task", List.of(
        new Field("comm", Field.Kind.COMM), new Field("pid", S32), new Field("prio", S32), new Field("orig_cpu", S32),
        new Field("dest_cpu", S32)));

    private SchedMigrateTask() {
    }
  }

  /** A task exits. */
  public static final class SchedProcessExit {

    public static final int COMM = 0;
    public static final int PID = 1;
    public static final int PRIO = 2;
    public static final Tracepoint TRACEPOINT = new Tracepoint(17, "sched_process_exit", List.of(
        new Field("comm", Field.Kind.COMM), new Field("pid", S32), new Field("prio", S32)));

    private SchedProcessExit() {
    }
  }

  /** A high resolution timer is armed. */
  public static final class HrtimerStart {

    public static final int HRTIMER = 0;
    public static final int FUNCTION = 1;
    public static final int EXPIRES = 2;
    public static final int SOFTEXPIRES = 3;
    public static final int MODE = 4;
    public static final Tracepoint TRACEPOINT = new Tracepoint(18, "hrtimer_start", List.of(
        new Field("hrtimer", POINTER), new Field("function", TEXT), new Field("expires", S64),
        new Field("softexpires", S64), new Field("mode", U32)));

    private HrtimerStart() {
    }
  }

  /** A signal is sent to a task. */
  public static final class SignalGenerate {

    public static final int SIG = 0;
    public static final int ERRNO = 1;
    public static final int CODE = 2;
    public static final int COMM = 3;
    public static final int PID = 4;
    public static final int GRP = 5;
    public static final int RES = 6;
    public static final Tracepoint TRACEPOINT = new Tracepoint(19, "signal_generate", List.of(
        new Field("sig", S32), new Field("errno", S32), new Field("code", S32), new Field("comm", Field.Kind.COMM),
        new Field("pid", S32), new Field("grp", S32), new Field("res", S32)));

    private SignalGenerate() {
    }
  }

  /** A task takes a signal on its way to user space. */
  public static final class SignalDeliver {

    public static final int SIG = 0;
    public static final int ERRNO = 1;
    public static final int CODE = 2;
    public static final int SA_HANDLER = 3;
    public static final int SA_FLAGS = 4;
    public static final Tracepoint TRACEPOINT = new Tracepoint(20, "signal_deliver", List.of(
        new Field("sig", S32), new Field("errno", S32), new Field("code", S32), new Field("sa_handler", POINTER),
        new Field("sa_flags", U64)));

    private SignalDeliver() {
    }
  }

  /** A tracer's statement of a task that exists when the trace begins. */
  public static final class ProcessState {

    public static final int TID = 0;
    public static final int PID = 1;
    public static final int COMM = 2;
    public static final int CPU = 3;
    public static final int STATUS = 4;
    public static final Tracepoint TRACEPOINT = new Tracepoint(21, "lttng_statedump_process_state", List.of(
        new Field("tid", S32), new Field("pid", S32), new Field("comm", Field.Kind.COMM), new Field("cpu", U32),
        new Field("status", S32)));

    private ProcessState() {
    }
  }

  static final List<Tracepoint> ALL = List.of(
      SchedSwitch.TRACEPOINT, SchedWaking.TRACEPOINT, SchedWakeup.TRACEPOINT, SchedWakeupNew.TRACEPOINT,
      SchedMigrateTask.TRACEPOINT, SchedProcessExit.TRACEPOINT, HrtimerStart.TRACEPOINT, SignalGenerate.TRACEPOINT,
      SignalDeliver.TRACEPOINT, ProcessState.TRACEPOINT);

  private SchedTracepoints() {
  }
}
