package org.sockmodel.runtime.trace.calls;

import java.util.function.ToIntFunction;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.TracepointRegistry;
import org.sockmodel.runtime.trace.bytes.LongTable;

/**
 * Exits of system calls that do not tell which call it is, as LTTng before 2.6 records them: that which the task
 * entered last. An exit whose entry is not in the trace stays without a name. No allocation for an event.
 */
public final class NamelessExits {

  private static final int NOTHING = -1;

  private final TracepointRegistry registry;
  private final CallTracepoints tracepoints;

  /** The tracepoint by whose id a task entered its call, and the ids of exits by those of entries. */
  private final LongTable entered = new LongTable();
  private final LongTable exits = new LongTable();
  private final LongTable tasksOfCpus = new LongTable();

  /** Finds tracepoints in {@code registry} and asks {@code wanted} for their fields, as {@link TraceSink#fields}. */
  public NamelessExits(TracepointRegistry registry, ToIntFunction<Tracepoint> wanted) {
    this.registry = registry;
    tracepoints = new CallTracepoints(registry, wanted);
  }

  /** Takes notice of an event of a call's own entry. */
  public void enter(TraceEvent event) {
    if (event.tracepoint().name().startsWith(Syscall.ENTER_PREFIX)) {
      entered.put(task(event), event.tracepoint().id());
    }
  }

  /** Takes notice of {@code sched_switch}, which tells whose events come next if these do not. */
  public void switchTasks(TraceEvent event) {
    long unknown = RawCalls.unknownTask(event.cpu());
    if (event.has(SchedSwitch.PREV_PID) && tasksOfCpus.get(event.cpu(), NOTHING) == NOTHING) {
      entered.put(event.value(SchedSwitch.PREV_PID), entered.get(unknown, NOTHING));
    }
    tasksOfCpus.put(event.cpu(), event.has(SchedSwitch.NEXT_PID) ? event.intValue(SchedSwitch.NEXT_PID) : NOTHING);
    entered.put(unknown, NOTHING);
  }

  /** Makes an event of {@code sys_exit} that of the call which the task is in. */
  public void leave(TraceEvent event) {
    long task = task(event);
    int entry = entered.get(task, NOTHING);
    if (entry == NOTHING) {
      return;
    }
    entered.put(task, NOTHING);
    int known = exits.get(entry, NOTHING);
    Tracepoint exit = registry.all().get(known != NOTHING ? known : add(entry));
    long ret = event.value(RawCalls.RET);
    event.become(exit).set(Syscall.RET, ret);
  }

  private int add(int entry) {
    Tracepoint exit = tracepoints.exit(registry.all().get(entry).name().substring(Syscall.ENTER_PREFIX.length()));
    exits.put(entry, exit.id());
    return exit.id();
  }

  private long task(TraceEvent event) {
    int told = event.tid() != TraceEvent.UNKNOWN_TID ? event.tid() : tasksOfCpus.get(event.cpu(), NOTHING);
    // The idle tasks of all CPUs have one id, and make no calls.
    return told == NOTHING ? RawCalls.unknownTask(event.cpu()) : told;
  }
}
