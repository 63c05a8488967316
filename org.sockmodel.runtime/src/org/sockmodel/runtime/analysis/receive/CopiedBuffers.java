package org.sockmodel.runtime.analysis.receive;

/**
 * The buffers that a call copies from, one after the other, until it has got something from a socket: each once, though
 * its address may be that of one that was used up before. Only the last may be left for a later call.
 */
final class CopiedBuffers {

  private long first;
  private long last;
  private int count;
  private boolean usedUp;

  void clear() {
    count = 0;
  }

  /** The call copies from a buffer. */
  void copied(long skbaddr) {
    if (count == 0) {
      first = skbaddr;
    }
    if (count == 0 || usedUp || skbaddr != last) {
      count++;
    }
    last = skbaddr;
    usedUp = false;
  }

  /** A buffer is freed. */
  void freed(long skbaddr) {
    usedUp |= skbaddr == last;
  }

  boolean isEmpty() {
    return count == 0;
  }

  long first() {
    return first;
  }

  /** How many after the first were used up, of which nobody gets anything later. */
  int usedUpAfterFirst() {
    return Math.max(0, count - (usedUp ? 1 : 2));
  }

  /** The buffer that is left for a later call if this one has copied from no other; otherwise 0. */
  long firstIfLeft() {
    return count == 1 && !usedUp ? first : 0;
  }
}
