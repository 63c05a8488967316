package org.sockmodel.runtime.analysis.conform.step;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.analysis.state.TaskListener;
import org.sockmodel.runtime.analysis.state.TaskState;
import org.sockmodel.runtime.trace.FunctionTracepoints.Function;
import org.sockmodel.runtime.trace.IrqTracepoints.IpiSendCpu;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.SchedTracepoints.ProcessState;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeup;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeupNew;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWaking;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.Tracepoint;

/** Takes the events of a trace and makes steps of them. Not for the hot path: every event becomes an object. */
public final class StepReader implements TraceSink {

  /** What wakes a worker of a work queue, kernel/workqueue.c. */
  private static final Set<String> QUEUE_WORK = Set.of("kick_pool", "insert_work", "wake_up_worker");

  private static final String WORKER = "kworker";

  private final Names names;
  private final KernelState state;
  private final Steps steps = new Steps();
  private final StepFields fields = new StepFields();
  private final Excursions excursions = new Excursions();
  private final Undecided undecided = new Undecided();
  private final Choices choices = new Choices();
  private final IdleInterrupts idleInterrupts = new IdleInterrupts();
  private final Map<Integer, Call> calls = new HashMap<>();
  private final Wakings wakings = new Wakings();
  private final Map<Integer, Step> switchedOut = new HashMap<>();

  /**
   * @param names of the trace
   */
  public StepReader(Names names) {
    this.names = names;
    state = new KernelState(names, Long.MIN_VALUE, Long.MAX_VALUE);
    state.listen(excursions);
    state.listen(new TaskListener() {
      @Override
      public void switchedUnseen(CpuState cpu, TaskState prev, TaskState next, long timeNs) {
        if (!next.isIdle()) {
          in(timeNs, cpu.id(), next.tid(), nameOf(next), nameOf(prev));
        }
      }
    });
  }

  /** What was read so far. */
  public Steps steps() {
    undecided.rest().forEach(this::decided);
    choices.rest().forEach(steps::add);
    steps.idleInterruptNs(idleInterrupts.medianNs());
    return steps;
  }

  @Override
  public void lost(int cpu, long count) {
    state.lost(cpu, count);
  }

  @Override
  public void accept(TraceEvent event) {
    if (event.tracepoint() == ProcessState.TRACEPOINT) {
      state.accept(event);
      return;
    }
    CpuState cpu = state.cpus().get(event.cpu());
    int depth = cpu.contexts().depth();
    Excursion before = excursions.innermost(cpu);
    state.accept(event);
    idleInterrupts.accept(event, cpu);
    excursions.settle(cpu);
    Excursion excursion = cpu.contexts().depth() < depth ? before : excursions.innermost(cpu);
    steps.count(CallNames.tracepoint(event.tracepoint().name()));
    if (event.tracepoint() == SchedSwitch.TRACEPOINT) {
      switched(event);
    } else {
      add(event, cpu, innermost(event, cpu, excursion));
    }
    excursions.followed(cpu, cpu.contexts().depth() < depth ? before : null);
  }

  /** Adds the step of an event; {@code rt_sigreturn} has no exit: it goes back to what a signal broke off. */
  private void add(TraceEvent event, CpuState cpu, Excursion excursion) {
    Tracepoint tracepoint = event.tracepoint();
    boolean known = event.tid() != TraceEvent.UNKNOWN_TID;
    TaskState current = cpu.current();
    int tid = known ? event.tid() : current == null ? TraceEvent.UNKNOWN_TID : current.tid();
    String task = name(tid, known ? event.comm() : current == null ? Names.EMPTY : current.comm());
    boolean enters = tracepoint.name().startsWith(Syscall.ENTER_PREFIX);
    if (enters) {
      calls.put(tid, steps.enter(task, CallNames.common(tracepoint.name().substring(Syscall.ENTER_PREFIX.length()))));
    }
    if (tracepoint == Function.TRACEPOINT) {
      steps.countFunction(function(event));
    }
    Call call = calls.get(tid);
    int pid = tracepoint.fieldIndex("pid");
    int comm = tracepoint.fieldIndex("comm");
    boolean isAbout = pid >= 0 && comm >= 0 && event.has(pid);
    String subject = isAbout ? name(event.intValue(pid), event.intValue(comm)) : wakesWorker(event) ? WORKER : "";
    Waking waking = isAbout ? waking(event, event.intValue(pid), subject) : null;
    Step step = new Step(event.timeNs(), event.cpu(), task, CallNames.tracepoint(tracepoint.name()),
        fields.detail(event), subject, waking, targetCpu(event), call, excursion, null);
    note(step);
    add(step);
    if (tracepoint.name().startsWith(Syscall.EXIT_PREFIX) || tracepoint == Syscall.RT_SIGRETURN.enter()) {
      calls.remove(tid);
    }
  }

  /** The wake-up that an event is a part of; null for none. */
  private Waking waking(TraceEvent event, int tid, String subject) {
    Call call = calls.get(tid);
    if (event.tracepoint() == SchedWaking.TRACEPOINT) {
      int target = targetCpu(event);
      TaskState holder = target == Step.NO_CPU ? null : state.cpus().get(target).current();
      return wakings.begin(tid, subject, call, holder == null ? "" : nameOf(holder));
    }
    boolean isWakeup = event.tracepoint() == SchedWakeup.TRACEPOINT
        || event.tracepoint() == SchedWakeupNew.TRACEPOINT;
    return isWakeup ? wakings.of(tid, subject, call) : null;
  }

  /** The interrupt that functions show, if it interrupts a task or a softirq; else what tracepoints show. */
  private Excursion innermost(TraceEvent event, CpuState cpu, Excursion excursion) {
    if (excursion != null && !excursion.isSoftirq()) {
      return excursion;
    }
    Excursion shown = event.tracepoint() == Function.TRACEPOINT ? excursions.function(cpu, function(event))
        : excursions.shownByFunctions(cpu);
    return shown != null ? shown : excursion;
  }

  /** Whether a work queue looks for a worker, which need not sleep; nothing but the caller tells so. */
  private static boolean wakesWorker(TraceEvent event) {
    return event.tracepoint() == Function.TRACEPOINT && event.has(Function.PARENT)
        && QUEUE_WORK.contains(event.text(Function.PARENT)) && function(event).equals("try_to_wake_up");
  }

  private static String function(TraceEvent event) {
    return StepFields.function(event.text(Function.FUNC));
  }

  private void add(Step step) {
    undecided.decide(step).forEach(this::decided);
  }

  private void decided(Step step) {
    choices.decide(step).forEach(steps::add);
  }

  /** Remembers what a step tells of the call and the interrupt it is in. */
  private static void note(Step step) {
    boolean wakes = step.isWakeup() && step.waking() != null;
    boolean ofTask = step.call() != null && (step.excursion() == null || !step.excursion().isForeign());
    if (wakes && step.excursion() != null) {
      step.excursion().wakes(step.waking());
    }
    if (ofTask && wakes) {
      step.call().woken().add(step.subject());
      if (step.waking().call() != null) {
        step.waking().call().wakers().add(step.task());
      }
    } else if (ofTask && SocketTracepoints.contains(step)) {
      step.call().touchSocket();
    }
  }

  private void switched(TraceEvent event) {
    int prev = event.intValue(SchedSwitch.PREV_PID);
    int next = event.intValue(SchedSwitch.NEXT_PID);
    String prevName = name(prev, event.intValue(SchedSwitch.PREV_COMM));
    String nextName = name(next, event.intValue(SchedSwitch.NEXT_COMM));
    if (prev != 0) {
      Step out = new Step(event.timeNs(), event.cpu(), prevName, Step.SWITCH, "out " + stateOf(event), nextName,
          null, Step.NO_CPU, calls.get(prev), null, null);
      switchedOut.put(prev, out);
      if (out.isSleep()) {
        out.call().sleep();
      }
      if (!out.detail().equals(Step.OUT_PREEMPTED)) {
        steps.sleep(prevName, out.call());
      }
      add(out);
    }
    if (next != 0) {
      in(event.timeNs(), event.cpu(), next, nextName, prevName);
    }
  }

  private void in(long timeNs, int cpu, int tid, String task, String from) {
    Call call = calls.get(tid);
    if (call != null) {
      call.goOn();
    }
    add(new Step(timeNs, cpu, task, Step.SWITCH, Step.IN, from, wakings.end(tid), Step.NO_CPU, call, null,
        switchedOut.remove(tid)));
  }

  /** The letter of {@code TASK_STATE_TO_CHAR_STR} that matters here. */
  private static String stateOf(TraceEvent event) {
    long state = event.has(SchedSwitch.PREV_STATE) ? event.value(SchedSwitch.PREV_STATE) & 0xff : 0;
    if (state == 0) {
      return "R";
    }
    return (state & 0x30) != 0 ? "X" : (state & 2) != 0 ? "D" : "S";
  }

  private static int targetCpu(TraceEvent event) {
    int index = event.tracepoint() == IpiSendCpu.TRACEPOINT ? IpiSendCpu.CPU
        : event.tracepoint().fieldIndex("target_cpu");
    return index >= 0 && event.has(index) ? event.intValue(index) : Step.NO_CPU;
  }

  private String nameOf(TaskState task) {
    return name(task.tid(), task.comm());
  }

  private String name(int tid, int comm) {
    return tid == 0 ? Step.IDLE : names.text(comm);
  }
}
