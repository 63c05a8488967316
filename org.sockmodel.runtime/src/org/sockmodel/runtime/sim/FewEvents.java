package org.sockmodel.runtime.sim;

/**
 * The pending events while they are few: in one row, the earliest last.
 *
 * <p>Cost: the earliest and its removal O(1), add O(events that are to fire before): less than a calendar's work for so
 * few, and no more for twice as many, where nobody can foresee how far to look.
 */
final class FewEvents {

  /** So many at most. */
  static final int MOST = 8;

  private final EventSlots slots;
  private final int[] row = new int[MOST];
  private final long[] timesNs = new long[MOST];
  private int size;

  FewEvents(EventSlots slots) {
    this.slots = slots;
  }

  /** The slot of the earliest; {@link EventSlots#NONE} if there is none. */
  int first() {
    return size == 0 ? EventSlots.NONE : row[size - 1];
  }

  /** When the earliest fires; {@link Long#MAX_VALUE} if there is none. */
  long firstNs() {
    return size == 0 ? Long.MAX_VALUE : timesNs[size - 1];
  }

  /** Adds an event; false if there are too many already. */
  boolean add(int slot, long atNs) {
    if (size == MOST) {
      return false;
    }
    int at = size++;
    while (at > 0 && (timesNs[at - 1] < atNs || timesNs[at - 1] == atNs && slots.before(row[at - 1], slot))) {
      timesNs[at] = timesNs[at - 1];
      row[at] = row[at - 1];
      at--;
    }
    timesNs[at] = atNs;
    row[at] = slot;
    return true;
  }

  void moveAllTo(FarEvents far) {
    while (size > 0) {
      far.add(row[--size]);
    }
  }

  void removeFirst() {
    size--;
  }

  void remove(int slot) {
    int at = 0;
    while (row[at] != slot) {
      at++;
    }
    size--;
    while (at < size) {
      row[at] = row[at + 1];
      timesNs[at] = timesNs[++at];
    }
  }
}
