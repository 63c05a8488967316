package org.sockmodel.runtime.sim;

import java.util.Arrays;

/**
 * The pending events that lie beyond the {@link NearEvents}: a 4-ary heap, whose cost is O(log4 n) whatever comes.
 * A slot's link tells its index in the heap, as a number below that of no slot.
 */
final class FarEvents {

  private static final int FIRST_LINK = EventSlots.NONE - 1;
  private static final int FIRST_CAPACITY = 1024;

  private final EventSlots slots;
  private int[] heap = new int[FIRST_CAPACITY];
  private int size;
  private long firstNs = Long.MAX_VALUE;

  FarEvents(EventSlots slots) {
    this.slots = slots;
  }

  /** The slot of the earliest; {@link EventSlots#NONE} if there is none. */
  int first() {
    return size == 0 ? EventSlots.NONE : heap[0];
  }

  int size() {
    return size;
  }

  /** Takes all of them out, into {@code all} from {@code from} on; returns the index after the last. */
  int takeAll(int[] all, int from) {
    int to = from + size;
    System.arraycopy(heap, 0, all, from, size);
    heap = new int[FIRST_CAPACITY];
    size = 0;
    firstNs = Long.MAX_VALUE;
    return to;
  }

  /** When the earliest fires; {@link Long#MAX_VALUE} if there is none. */
  long firstNs() {
    return firstNs;
  }

  /** Whether the event in {@code slot} is one of these. */
  boolean holds(int slot) {
    return slots.link(slot) <= FIRST_LINK;
  }

  void add(int slot) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    siftUp(size++, slot);
    firstNs = slots.timeNs(heap[0]);
  }

  void remove(int slot) {
    int index = FIRST_LINK - slots.link(slot);
    int last = heap[--size];
    if (index < size) {
      siftDown(index, last);
      if (heap[index] == last) {
        siftUp(index, last);
      }
    }
    firstNs = size == 0 ? Long.MAX_VALUE : slots.timeNs(heap[0]);
    if (heap.length > FIRST_CAPACITY && size < heap.length / 8) {
      heap = Arrays.copyOf(heap, heap.length / 2);
    }
  }

  private void siftUp(int from, int slot) {
    int index = from;
    while (index > 0) {
      int parent = index - 1 >> 2;
      if (!slots.before(slot, heap[parent])) {
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
      if (child < 0 || !slots.before(heap[child], slot)) {
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
      if (slots.before(heap[child], heap[best])) {
        best = child;
      }
    }
    return best;
  }

  private void place(int index, int slot) {
    heap[index] = slot;
    slots.setLink(slot, FIRST_LINK - index);
  }
}
