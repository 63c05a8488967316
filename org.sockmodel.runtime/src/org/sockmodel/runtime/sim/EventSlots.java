package org.sockmodel.runtime.sim;

import java.util.Arrays;

/**
 * Where pending events lie: numbered slots in primitive arrays, used again as soon as they are free, so that nothing is
 * allocated once the arrays have grown to the largest number of pending events. What is compared and followed lies side
 * by side, half a cache line to a slot.
 *
 * <pre>
 *   record [ per slot: time ns, order, link, argument ]   order = priority (8 bits) | sequence (56 bits); -1 if free
 *   event  [ per slot ]                                   link: for the holder to use
 * </pre>
 */
final class EventSlots {

  /** No slot. */
  static final int NONE = -1;

  private static final int STRIDE_BITS = 2;
  private static final int SEQUENCE_BITS = 56;
  private static final int FIRST_CAPACITY = 64;

  private long[] record = new long[FIRST_CAPACITY << STRIDE_BITS];
  private Event[] event = new Event[FIRST_CAPACITY];
  private int free = NONE;
  private int used;
  private long sequence;

  /** The place among the events of one time that the next one would have, for something that is no event here. */
  long takeOrder(int priority) {
    return (long) priority << SEQUENCE_BITS | sequence++;
  }

  int take(long atNs, int priority, Event newEvent, int argument) {
    int slot = free;
    if (slot == NONE) {
      slot = newSlot();
    } else {
      free = link(slot);
    }
    int at = slot << STRIDE_BITS;
    record[at] = atNs;
    record[at + 1] = takeOrder(priority);
    record[at + 3] = argument;
    event[slot] = newEvent;
    return slot;
  }

  /** Frees a slot. Its event stays in the array until the slot is used again: a component, which is not garbage. */
  void free(int slot) {
    record[(slot << STRIDE_BITS) + 1] = -1;
    setLink(slot, free);
    free = slot;
  }

  /** What names this use of the slot: the slot, and above it the end of the sequence number. */
  long handle(int slot) {
    return record[(slot << STRIDE_BITS) + 1] << Integer.SIZE | slot;
  }

  /** The slot that a handle names; {@link #NONE} if its event has fired or was removed. */
  int slotOf(long handle) {
    int slot = (int) handle;
    return slot < used && isPending(slot) && handle(slot) == handle ? slot : NONE;
  }

  private boolean isPending(int slot) {
    return record[(slot << STRIDE_BITS) + 1] >= 0;
  }

  long timeNs(int slot) {
    return record[slot << STRIDE_BITS];
  }

  /** Tells when the events in {@code number} slots fire; in one loop, so that no fetch waits for another. */
  void timesNs(int[] of, int number, long[] timesNs) {
    for (int i = 0; i < number; i++) {
      timesNs[i] = record[of[i] << STRIDE_BITS];
    }
  }

  /** Whether the event in slot {@code a} fires before the one in slot {@code b}. */
  boolean before(int a, int b) {
    long timeA = record[a << STRIDE_BITS];
    long timeB = record[b << STRIDE_BITS];
    return timeA < timeB
        || timeA == timeB && record[(a << STRIDE_BITS) + 1] < record[(b << STRIDE_BITS) + 1];
  }

  /** Whether the event in a slot fires before what has such a place at such a time. */
  boolean before(int slot, long atNs, long order) {
    long timeNs = record[slot << STRIDE_BITS];
    return timeNs < atNs || timeNs == atNs && record[(slot << STRIDE_BITS) + 1] < order;
  }

  int priority(int slot) {
    return (int) (record[(slot << STRIDE_BITS) + 1] >>> SEQUENCE_BITS);
  }

  Event event(int slot) {
    return event[slot];
  }

  int argument(int slot) {
    return (int) record[(slot << STRIDE_BITS) + 3];
  }

  int link(int slot) {
    return (int) record[(slot << STRIDE_BITS) + 2];
  }

  void setLink(int slot, int link) {
    record[(slot << STRIDE_BITS) + 2] = link;
  }

  /** Fills {@code timesNs} with times of pending events, of which there is one, from all over the slots. */
  void sample(long[] timesNs) {
    for (int i = 0; i < timesNs.length; i++) {
      int slot = (int) ((long) used * i / timesNs.length);
      while (!isPending(slot)) {
        slot = slot + 1 == used ? 0 : slot + 1;
      }
      timesNs[i] = timeNs(slot);
    }
  }

  /** How many events have lain here so far. */
  long taken() {
    return sequence;
  }

  int capacity() {
    return event.length;
  }

  /** Gives back the room beyond the last slot in use, and has low slots taken first, so that there will be more. */
  void trim() {
    while (used > 0 && !isPending(used - 1)) {
      used--;
    }
    free = NONE;
    for (int slot = used - 1; slot >= 0; slot--) {
      if (!isPending(slot)) {
        setLink(slot, free);
        free = slot;
      }
    }
    int capacity = Math.max(FIRST_CAPACITY, Integer.highestOneBit(used) << 1);
    if (capacity < event.length) {
      record = Arrays.copyOf(record, capacity << STRIDE_BITS);
      event = Arrays.copyOf(event, capacity);
    }
  }

  private int newSlot() {
    if (used == event.length) {
      record = Arrays.copyOf(record, 2 * record.length);
      event = Arrays.copyOf(event, 2 * used);
    }
    return used++;
  }
}
