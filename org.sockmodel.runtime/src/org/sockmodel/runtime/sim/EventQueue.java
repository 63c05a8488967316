package org.sockmodel.runtime.sim;

import java.util.Arrays;

/**
 * The pending events, earliest first: a 4-ary heap of slots in primitive arrays. Slots are pooled, so nothing is
 * allocated once the arrays have grown to the largest number of pending events.
 *
 * <p>Cost: add and remove-first O(log4 n), remove by handle O(log4 n), earliest O(1). A handle holds the slot and its
 * generation, so that a handle of an event that has fired removes nothing.
 *
 * <pre>
 *   heap      [ slot slot slot ... ]     heap[0] is the earliest
 *   time      [ per slot: ns ]           order     [ per slot: priority (8 bits) | sequence (56 bits) ]
 *   event     [ per slot ]               argument  [ per slot ]
 *   position  [ per slot: index in heap, or -1 ]
 * </pre>
 */
final class EventQueue {

  private static final int SEQUENCE_BITS = 56;

  /** The least {@link #order} of an event whose priority is not that of housekeeping. */
  private static final long FIRST_OF_WORK = (long) Simulator.HOUSEKEEPING_PRIORITY + 1 << SEQUENCE_BITS;

  private long[] time = new long[64];
  private long[] order = new long[64];
  private Event[] event = new Event[64];
  private int[] argument = new int[64];
  private int[] position = new int[64];
  private int[] generation = new int[64];
  private int[] heap = new int[64];
  private int[] free = new int[64];
  private int freeCount;
  private int slots;
  private int size;
  private int work;
  private long sequence;
  private long earliestNs = Long.MAX_VALUE;

  /** Whether an event is pending that is not mere housekeeping. */
  boolean hasWork() {
    return work > 0;
  }

  /** Time of the earliest event; {@link Long#MAX_VALUE} if there is none. */
  long earliestNs() {
    return earliestNs;
  }

  long add(long atNs, int priority, Event newEvent, int newArgument) {
    int slot = freeCount > 0 ? free[--freeCount] : newSlot();
    time[slot] = atNs;
    order[slot] = (long) priority << SEQUENCE_BITS | sequence++;
    event[slot] = newEvent;
    argument[slot] = newArgument;
    work += order[slot] >= FIRST_OF_WORK ? 1 : 0;
    siftUp(size++, slot);
    earliestNs = time[heap[0]];
    return (long) generation[slot] << Integer.SIZE | slot;
  }

  void remove(long handle) {
    int slot = (int) handle;
    if (slot < slots && generation[slot] == (int) (handle >>> Integer.SIZE) && position[slot] >= 0) {
      removeAt(position[slot]);
    }
  }

  /** Removes the earliest event and fires it. */
  void fireEarliest() {
    int slot = heap[0];
    Event first = event[slot];
    int firstArgument = argument[slot];
    removeAt(0);
    first.fire(firstArgument);
  }

  private void removeAt(int index) {
    int slot = heap[index];
    work -= order[slot] >= FIRST_OF_WORK ? 1 : 0;
    position[slot] = -1;
    event[slot] = null;
    generation[slot]++;
    free[freeCount++] = slot;
    int last = heap[--size];
    if (index < size) {
      siftDown(index, last);
      if (heap[index] == last) {
        siftUp(index, last);
      }
    }
    earliestNs = size == 0 ? Long.MAX_VALUE : time[heap[0]];
  }

  private int newSlot() {
    if (slots == time.length) {
      grow(slots * 2);
    }
    return slots++;
  }

  private void grow(int capacity) {
    time = Arrays.copyOf(time, capacity);
    order = Arrays.copyOf(order, capacity);
    event = Arrays.copyOf(event, capacity);
    argument = Arrays.copyOf(argument, capacity);
    position = Arrays.copyOf(position, capacity);
    generation = Arrays.copyOf(generation, capacity);
    heap = Arrays.copyOf(heap, capacity);
    free = Arrays.copyOf(free, capacity);
  }

  private boolean before(int a, int b) {
    return time[a] != time[b] ? time[a] < time[b] : order[a] < order[b];
  }

  private void siftUp(int from, int slot) {
    int index = from;
    while (index > 0) {
      int parent = index - 1 >> 2;
      if (!before(slot, heap[parent])) {
        break;
      }
      place(index, heap[parent]);
      index = parent;
    }
    place(index, slot);
  }

  private void siftDown(int from, int slot) {
    int index = from;
    while (true) {
      int child = earliestChild(index);
      if (child < 0 || !before(heap[child], slot)) {
        break;
      }
      place(index, heap[child]);
      index = child;
    }
    place(index, slot);
  }

  private int earliestChild(int index) {
    int first = (index << 2) + 1;
    if (first >= size) {
      return -1;
    }
    int best = first;
    int end = Math.min(first + 4, size);
    for (int child = first + 1; child < end; child++) {
      if (before(heap[child], heap[best])) {
        best = child;
      }
    }
    return best;
  }

  private void place(int index, int slot) {
    heap[index] = slot;
    position[slot] = index;
  }
}
