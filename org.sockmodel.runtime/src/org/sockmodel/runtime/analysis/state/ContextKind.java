package org.sockmodel.runtime.analysis.state;

/** What a CPU can be in the middle of, besides running a task. */
public enum ContextKind {
  /** A device's interrupt handler; its number is the irq. */
  HARDIRQ,
  /** An interrupt vector of the CPU itself: the local timer or an inter-processor interrupt. */
  VECTOR,
  /** A softirq's action; its number is the vector. */
  SOFTIRQ
}
