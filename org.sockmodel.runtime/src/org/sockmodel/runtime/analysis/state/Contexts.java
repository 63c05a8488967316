package org.sockmodel.runtime.analysis.state;

/** Enters and leaves contexts and tells the listeners. */
final class Contexts {

  private Contexts() {
  }

  static void enter(CpuState cpu, ContextKind kind, int number, int name, long timeNs, Listeners listeners) {
    cpu.contexts().push(kind, number, name, timeNs);
    listeners.entered(cpu, kind, number, name, timeNs);
  }

  /** Leaves a context; what is nested in it has lost its exit events and is dropped. An unknown one is ignored. */
  static void leave(CpuState cpu, ContextKind kind, int number, long timeNs, Listeners listeners) {
    ContextStack contexts = cpu.contexts();
    int level = contexts.levelOf(kind, number);
    if (level == 0) {
      return;
    }
    contexts.cutTo(level);
    long startNs = contexts.startNs();
    int name = contexts.name();
    long busyNs = contexts.pop(timeNs);
    listeners.left(cpu, kind, number, name, startNs, busyNs, timeNs);
  }
}
