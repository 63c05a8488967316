package org.sockmodel.runtime.analysis.state;

/** Enters and leaves contexts and tells the listeners. */
final class Contexts {

  private Contexts() {
  }

  static void enter(CpuState cpu, ContextKind kind, int number, int name, long timeNs, Listeners listeners) {
    cpu.contexts().push(kind, number, name, timeNs);
    listeners.entered(cpu, kind, number, name, timeNs);
  }

  /** Leaves a context, and what is nested in it, which has lost its exit events. An unknown one is ignored. */
  static void leave(CpuState cpu, ContextKind kind, int number, long timeNs, Listeners listeners) {
    ContextStack contexts = cpu.contexts();
    int level = contexts.levelOf(kind, number);
    if (level == 0) {
      return;
    }
    forget(cpu, level, timeNs, listeners);
    long startNs = contexts.startNs();
    int name = contexts.name();
    long busyNs = contexts.pop(timeNs);
    listeners.left(cpu, kind, number, name, startNs, busyNs, timeNs);
  }

  /** Leaves everything that is nested deeper than {@code level}: an event has shown that the CPU is not there now. */
  static void forget(CpuState cpu, int level, long timeNs, Listeners listeners) {
    ContextStack contexts = cpu.contexts();
    while (contexts.depth() > level) {
      ContextKind kind = contexts.kind();
      int number = contexts.number();
      int name = contexts.name();
      contexts.cutTo(contexts.depth() - 1);
      listeners.forgotten(cpu, kind, number, name, timeNs);
    }
  }

  /** Leaves everything, because events of the CPU were lost: how long it stayed after it entered is unknown. */
  static void lose(CpuState cpu, Listeners listeners) {
    ContextStack contexts = cpu.contexts();
    if (contexts.depth() > 0) {
      forget(cpu, 0, contexts.startNs(), listeners);
    }
  }
}
