package org.sockmodel.runtime.model;

/** How a card keeps what it has to interrupt for while its driver does not want to be interrupted. */
public enum InterruptCauses {

  /** Not at all: when it may interrupt again, it looks whether anything waits in memory. */
  IN_MEMORY,

  /**
   * {@code ICR}: a cause that comes while the line is masked is kept, and interrupts as soon as it is not, though a
   * poll may have seen to it; the handler clears what came before by reading it.
   */
  READ_BY_HANDLER,

  /**
   * {@code EIAC} of e1000e: a cause is cleared, and its vector masked, when the card interrupts for it or puts that
   * off; what comes from then on is kept, as above, and no handler clears it.
   */
  CLEARED_WHEN_SENT,

  /** {@code EIAC} of igb as QEMU has it: likewise, but nothing masks the vector, so a poll may be interrupted. */
  NEVER_MASKED
}
