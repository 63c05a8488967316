package org.sockmodel.runtime.analysis.receive;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import org.sockmodel.runtime.analysis.state.ContextKind;
import org.sockmodel.runtime.analysis.state.ContextStack;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.SleepKind;
import org.sockmodel.runtime.analysis.state.TaskState;

/** How a reader was woken last, whatever for: when, from which sleep, and by whom. */
public final class LastWakeup {

  private long timeNs = UNKNOWN_NS;
  private SleepKind sleep = SleepKind.ASLEEP;
  private ContextKind context;
  private int number;
  private int name;
  private int task = Message.UNKNOWN;

  /** A task begins to be woken by what a CPU does. */
  void begin(CpuState cpu, TaskState woken, long newTimeNs) {
    ContextStack contexts = cpu.contexts();
    timeNs = newTimeNs;
    sleep = woken.sleepKind();
    context = contexts.kind();
    number = contexts.number();
    name = contexts.name();
    task = cpu.current() == null || cpu.current().isIdle() ? Message.UNKNOWN : cpu.current().comm();
  }

  void copy(LastWakeup other) {
    timeNs = other.timeNs;
    sleep = other.sleep;
    context = other.context;
    number = other.number;
    name = other.name;
    task = other.task;
  }

  void clear() {
    timeNs = UNKNOWN_NS;
  }

  /** When that began; {@code Delivery.UNKNOWN_NS} if the trace shows none. */
  public long timeNs() {
    return timeNs;
  }

  /** How it had slept. */
  public SleepKind sleep() {
    return sleep;
  }

  /** The kind of interrupt or softirq that woke it; null if a task did. */
  public ContextKind context() {
    return context;
  }

  /** The number of that interrupt or softirq. */
  public int number() {
    return number;
  }

  /** Its name, an id in the trace's names. */
  public int name() {
    return name;
  }

  /** The name of the task that woke it, if {@link #context} is null; {@link Message#UNKNOWN} if that is not known. */
  public int task() {
    return task;
  }
}
