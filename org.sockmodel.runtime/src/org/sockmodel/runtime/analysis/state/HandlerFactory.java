package org.sockmodel.runtime.analysis.state;

import java.util.HashMap;
import java.util.Map;
import org.sockmodel.runtime.trace.IrqTracepoints;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.SchedTracepoints;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.Tracepoint;

/** Makes the handlers that move the state: those of known tracepoints at once, others when they are first met. */
final class HandlerFactory {

  private static final String ENTRY = "_entry";
  private static final String EXIT = "_exit";

  private final Names names;
  private final TaskTable tasks;
  private final CpuTable cpus;
  private final Listeners listeners;
  private final CallingTask calling;
  private final Map<String, VectorPairing> pairings = new HashMap<>();

  HandlerFactory(Names names, TaskTable tasks, CpuTable cpus, Listeners listeners) {
    this.names = names;
    this.tasks = tasks;
    this.cpus = cpus;
    this.listeners = listeners;
    this.calling = new CallingTask(cpus, listeners);
  }

  void addTo(Map<Tracepoint, StateHandler> handlers) {
    handlers.put(IrqTracepoints.IrqHandlerEntry.TRACEPOINT, new IrqHandlerEntryHandler(listeners));
    handlers.put(IrqTracepoints.IrqHandlerExit.TRACEPOINT, new IrqHandlerExitHandler(listeners));
    handlers.put(IrqTracepoints.SoftirqRaise.TRACEPOINT, new SoftirqRaiseHandler(listeners));
    handlers.put(IrqTracepoints.SoftirqEntry.TRACEPOINT, new SoftirqEntryHandler(listeners));
    handlers.put(IrqTracepoints.SoftirqExit.TRACEPOINT, new SoftirqExitHandler(listeners));
    handlers.put(SchedTracepoints.SchedSwitch.TRACEPOINT, new SchedSwitchHandler(tasks, cpus, listeners));
    handlers.put(SchedTracepoints.SchedWaking.TRACEPOINT, new SchedWakingHandler(tasks, cpus, listeners));
    handlers.put(SchedTracepoints.SchedWakeup.TRACEPOINT, new SchedWakeupHandler(tasks, cpus, listeners));
    handlers.put(SchedTracepoints.SchedWakeupNew.TRACEPOINT, new SchedWakeupNewHandler(tasks, cpus));
    handlers.put(SchedTracepoints.SchedMigrateTask.TRACEPOINT, new SchedMigrateTaskHandler(tasks, cpus));
    handlers.put(SchedTracepoints.ProcessState.TRACEPOINT, new ProcessStateHandler(tasks));
  }

  /** The handler of a tracepoint that is recognised by its name; null if it says nothing about the state. */
  StateHandler byName(Tracepoint tracepoint) {
    String name = tracepoint.name();
    if (name.startsWith(Syscall.ENTER_PREFIX)) {
      return new SyscallEnterHandler(tracepoint, name.substring(Syscall.ENTER_PREFIX.length()), calling, listeners);
    }
    if (name.startsWith(Syscall.EXIT_PREFIX)) {
      return new SyscallExitHandler(name.substring(Syscall.EXIT_PREFIX.length()), calling, listeners);
    }
    int vector = tracepoint.fieldIndex("vector");
    if (vector >= 0 && name.endsWith(ENTRY)) {
      String vectorName = withoutSuffix(name, ENTRY);
      return new VectorEntryHandler(vector, names.intern(vectorName), pairing(vectorName), listeners);
    }
    if (vector >= 0 && name.endsWith(EXIT)) {
      return new VectorExitHandler(vector, pairing(withoutSuffix(name, EXIT)), listeners);
    }
    return null;
  }

  private VectorPairing pairing(String vectorName) {
    return pairings.computeIfAbsent(vectorName, any -> new VectorPairing());
  }

  private static String withoutSuffix(String name, String suffix) {
    return name.substring(0, name.length() - suffix.length());
  }
}
