package org.sockmodel.runtime.analysis.state;

/**
 * Whether a trace holds the exits of a vector, and not only its entries. After two entries in a row without any exit,
 * entries are taken for moments.
 */
final class VectorPairing {

  private static final int ENOUGH = 2;

  private int unansweredEntries;
  private boolean exitSeen;

  /** An entry; whether the CPU is in the vector's handler from now on. */
  boolean opens() {
    unansweredEntries++;
    return exitSeen || unansweredEntries <= ENOUGH;
  }

  void exit() {
    exitSeen = true;
  }
}
