package org.sockmodel.runtime.history;

/** Why something in one row leads to something in another. */
public enum ArrowKind {
  /** A softirq is raised, and later its action begins. */
  RAISE,
  /** A thread is woken. */
  WAKE_UP,
  /** A CPU switches to a thread. */
  SWITCH
}
