package org.sockmodel.runtime.history;

/** What a row is of, in the order in which rows are shown. */
public enum RowKind {
  CPU("CPUs"), INTERRUPT("Interrupts"), SOFTIRQ("Softirqs"), QUEUE("Card queues"), THREAD("Threads");

  private final String label;

  RowKind(String label) {
    this.label = label;
  }

  /** What all of them are called together. */
  public String label() {
    return label;
  }
}
