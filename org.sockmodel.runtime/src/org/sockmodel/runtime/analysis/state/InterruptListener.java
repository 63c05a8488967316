package org.sockmodel.runtime.analysis.state;

/** Is told of interrupts and softirqs. Every method does nothing unless overridden. */
public interface InterruptListener {

  /** A context was entered and is the innermost one of {@code cpu} now. */
  default void entered(CpuState cpu, ContextKind kind, int number, int name, long timeNs) {
  }

  /**
   * A context was left; {@code cpu} is in the next outer one now.
   *
   * @param startNs when it was entered
   * @param busyNs how long it was busy itself, without what was nested in it
   */
  default void left(CpuState cpu, ContextKind kind, int number, int name, long startNs, long busyNs, long timeNs) {
  }

  /**
   * A context was left whose exit is not in the trace; {@code cpu} is in an outer one now, or in none.
   *
   * @param timeNs until when it can have been there
   */
  default void forgotten(CpuState cpu, ContextKind kind, int number, int name, long timeNs) {
  }

  /** A softirq was marked pending in the innermost context of {@code cpu}. */
  default void raised(CpuState cpu, int vec, long timeNs) {
  }

  /** The tracer lost events of {@code cpu}: what it was nested in, and what is pending there, is unknown now. */
  default void lost(CpuState cpu) {
  }
}
