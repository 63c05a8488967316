package org.sockmodel.runtime.analysis.conform.rule;

/** In which kind of context a step of a thread happens; the steps of each kind are a sequence of their own. */
public enum Lane {
  /** The thread itself, from its system calls to its sleep. */
  TASK("task"),
  /** Softirqs that the thread brought about and that run at once in its context. */
  SOFTIRQ("softirq"),
  /** What wakes the thread elsewhere: interrupts, the softirqs they raise, and the switch to the thread. */
  WAKEUP("wake-up");

  private final String symbol;

  Lane(String symbol) {
    this.symbol = symbol;
  }

  /** The name in reports. */
  public String symbol() {
    return symbol;
  }
}
