package org.sockmodel.runtime.analysis.state;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * Follows a trace and knows what every CPU and task is doing. Analyses listen to it and add handlers for further
 * tracepoints, which run after the state has moved.
 *
 * <p>Cost: two array accesses and one call a handler for an event, whose place the processor cannot foresee. No
 * allocation once every CPU, task and tracepoint of the trace has been seen. Memory is bounded by the numbers of CPUs
 * and live tasks.
 */
public final class KernelState implements TraceSink {

  private static final EventHandler[] NONE = {};
  private static final EventHandler NOTHING = (event, cpu) -> { };

  private final TaskTable tasks = new TaskTable();
  private final CpuTable cpus = new CpuTable(tasks);
  private final Listeners listeners = new Listeners();
  private final Map<Tracepoint, StateHandler> own = new HashMap<>();
  private final Map<Tracepoint, EventHandler[]> added = new HashMap<>();
  private final Map<Tracepoint, Integer> addedFields = new HashMap<>();
  private final HandlerFactory factory;
  private final boolean whole;
  private final long beginNs;
  private final long endNs;
  private final Set<Tracepoint> met = new HashSet<>();
  private EventHandler[] byId = {};

  /**
   * Follows the whole trace, but tells listeners and runs added handlers only from one time to another.
   *
   * @param names of the trace, for names of contexts that events only imply
   */
  public KernelState(Names names, long beginNs, long endNs) {
    this.beginNs = beginNs;
    this.endNs = endNs;
    this.whole = beginNs == Long.MIN_VALUE && endNs == Long.MAX_VALUE;
    listeners.setSilent(beginNs != Long.MIN_VALUE);
    factory = new HandlerFactory(names, tasks, cpus, listeners);
    factory.addTo(own);
  }

  /** Tells {@code listener} of interrupts and softirqs. */
  public void listen(InterruptListener listener) {
    listeners.add(listener);
  }

  /** Tells {@code listener} what happens to tasks. */
  public void listen(TaskListener listener) {
    listeners.add(listener);
  }

  /** Tells {@code listener} of everything. */
  public void listen(KernelListener listener) {
    listen((InterruptListener) listener);
    listen((TaskListener) listener);
    listen((SyscallListener) listener);
  }

  /** Tells {@code listener} of system calls. */
  public void listen(SyscallListener listener) {
    listeners.add(listener);
  }

  /**
   * Gives the events of a tracepoint to {@code handler} too.
   *
   * @param fields those that the handler looks at; others may hold anything
   */
  public void on(Tracepoint tracepoint, EventHandler handler, int... fields) {
    addedFields.merge(tracepoint, Tracepoint.bits(fields), (one, other) -> one | other);
    EventHandler[] old = added.getOrDefault(tracepoint, NONE);
    EventHandler[] all = Arrays.copyOf(old, old.length + 1);
    all[old.length] = handler;
    added.put(tracepoint, all);
    byId = new EventHandler[0];
  }

  /** The tasks of the trace. */
  public TaskTable tasks() {
    return tasks;
  }

  /** The CPUs of the trace. */
  public CpuTable cpus() {
    return cpus;
  }

  /** The tracepoints of which there were events so far. */
  public Set<Tracepoint> met() {
    return Collections.unmodifiableSet(met);
  }

  @Override
  public int fields(Tracepoint tracepoint) {
    StateHandler first = own.computeIfAbsent(tracepoint, factory::byName);
    return (first == null ? 0 : first.fields()) | addedFields.getOrDefault(tracepoint, 0);
  }

  @Override
  public void accept(TraceEvent event) {
    CpuState cpu = cpus.get(event.cpu());
    int tid = event.tid();
    if (tid != cpu.currentTid && tid >= 0) {
      settle(cpu, event);
    }
    int id = event.tracepoint().id();
    EventHandler handler = id < byId.length ? byId[id] : null;
    if (handler == null) {
      handler = resolve(event.tracepoint());
    }
    if (!whole) {
      listeners.setSilent(event.timeNs() < beginNs || event.timeNs() > endNs);
    }
    handler.handle(event, cpu);
  }

  @Override
  public void lost(int cpuId, long count) {
    CpuState cpu = cpus.get(cpuId);
    Contexts.lose(cpu, listeners);
    cpu.setCurrent(null);
    cpu.unclaimedCall = null;
    listeners.lost(cpu);
  }

  private void settle(CpuState cpu, TraceEvent event) {
    TaskState task = event.tid() == 0 ? cpu.idle() : tasks.get(event.tid());
    if (event.comm() != Names.EMPTY) {
      task.comm = event.comm();
    }
    TaskState believed = cpu.current();
    if (believed != null) {
      listeners.switchedUnseen(cpu, believed, task, event.timeNs());
      believed.running = false;
    }
    Switching.arrive(cpu, task, TaskState.UNKNOWN_NS, cpus);
  }

  private EventHandler resolve(Tracepoint tracepoint) {
    if (tracepoint.id() >= byId.length) {
      byId = Arrays.copyOf(byId, Math.max(tracepoint.id() + 1, byId.length * 2));
    }
    met.add(tracepoint);
    EventHandler first = own.computeIfAbsent(tracepoint, factory::byName);
    EventHandler[] others = added.getOrDefault(tracepoint, NONE);
    byId[tracepoint.id()] = handler(first == null ? NOTHING : first, others);
    return byId[tracepoint.id()];
  }

  /** Mostly there is one handler, which is called without a detour. */
  private EventHandler handler(EventHandler first, EventHandler[] others) {
    if (others.length == 0) {
      return first;
    }
    return whole && first == NOTHING && others.length == 1 ? others[0] : new HandlerChain(first, others, listeners);
  }
}
