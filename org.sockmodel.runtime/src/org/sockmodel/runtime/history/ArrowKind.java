package org.sockmodel.runtime.history;

/** Why something in one row leads to something in another. */
public enum ArrowKind {
  /** A softirq is raised, and later its action begins. */
  RAISE("raise"),
  /** A thread is woken. */
  WAKE_UP("wake-up"),
  /** A CPU switches to a thread. */
  SWITCH("switch");

  private final String label;

  ArrowKind(String label) {
    this.label = label;
  }

  /** In words, for people. */
  public String label() {
    return label;
  }
}
