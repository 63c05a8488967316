package org.sockmodel.runtime.kernel.cpu;

/** The interrupts that a CPU has not taken yet, in the order in which they were raised. Allocates nothing. */
final class PendingInterrupts {

  private Interrupt first;
  private Interrupt last;

  boolean isEmpty() {
    return first == null;
  }

  /** Adds one that is not pending. */
  void add(Interrupt interrupt) {
    interrupt.pending = true;
    if (first == null) {
      first = interrupt;
    } else {
      last.next = interrupt;
    }
    last = interrupt;
  }

  /** Takes the first. */
  Interrupt take() {
    Interrupt interrupt = first;
    first = interrupt.next;
    interrupt.next = null;
    return interrupt;
  }
}
