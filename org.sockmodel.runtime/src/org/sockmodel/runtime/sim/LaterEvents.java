package org.sockmodel.runtime.sim;

import java.util.Arrays;

/**
 * The pending events of this year's later months, where very many are pending: a month is a bag without order. When it
 * begins its events go to the {@link NearEvents}, whose days are so few that a processor's cache holds them; what lies
 * beyond the months is left to the {@link FarEvents}. With a million pending nearly all that is to be known of an event
 * has to be fetched from memory, and here it is fetched for a month's events at once, of which none waits for another.
 * The first level of a ladder queue, after Tang, Goh and Thng, ACM TOMACS 15(3), 2005.
 *
 * <p>Cost: add and remove O(1), {@link #open} O(events of the month).
 *
 * <pre>
 *   pool [ chunks of one month each: index in the pool of the last event before the chunk, slots ]
 *   last [ per month of the year: index in the pool of its last event ]
 *   a slot's link: its index in the pool
 * </pre>
 */
final class LaterEvents {

  private static final int NOWHERE = -1;
  private static final int CHUNK = 32;
  private static final int FIRST_OPENED = 1024;

  private final EventSlots slots;
  private int[] pool = new int[0];
  private int[] last = new int[0];
  private int used;
  private int freeChunk;
  private int monthShift;
  /** The last month that has begun. */
  private long thisMonth;
  private long beginNs = Long.MAX_VALUE;
  private int size;
  private int[] opened = new int[0];
  private long[] openedNs = new long[0];

  LaterEvents(EventSlots slots) {
    this.slots = slots;
  }

  /** Events from here on belong here or beyond; {@link Long#MAX_VALUE} if the year has no months. */
  long beginNs() {
    return beginNs;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Cuts the year, in which there is no event, into months, a power of two or 0; that of {@code nowNs} has begun. */
  void cut(int months, int newMonthShift, long nowNs) {
    last = new int[months];
    Arrays.fill(last, NOWHERE);
    pool = new int[months * CHUNK];
    used = 0;
    freeChunk = NOWHERE;
    opened = new int[months == 0 ? 0 : FIRST_OPENED];
    openedNs = new long[opened.length];
    monthShift = newMonthShift;
    turnTo(nowNs >> newMonthShift);
  }

  private void turnTo(long month) {
    thisMonth = month;
    beginNs = last.length == 0 ? Long.MAX_VALUE : month + 1 << monthShift;
  }

  /** Adds an event that is not before {@link #beginNs}; false if it lies beyond the months. */
  boolean add(int slot, long atNs) {
    long month = atNs >> monthShift;
    if (month - thisMonth >= last.length) {
      return false;
    }
    int at = (int) month & last.length - 1;
    int index = last[at] + 1;
    if ((index & CHUNK - 1) == 0) {
      index = chunkAfter(index - 1) + 1;
    }
    pool[index] = slot;
    slots.setLink(slot, index);
    last[at] = index;
    size++;
    return true;
  }

  private int chunkAfter(int lastBefore) {
    int chunk = freeChunk;
    if (chunk != NOWHERE) {
      freeChunk = pool[chunk];
    } else {
      chunk = used;
      used += CHUNK;
      if (used > pool.length) {
        pool = Arrays.copyOf(pool, 2 * pool.length);
      }
    }
    pool[chunk] = lastBefore;
    return chunk;
  }

  void remove(int slot) {
    int at = (int) (slots.timeNs(slot) >> monthShift) & last.length - 1;
    int index = last[at];
    int moved = pool[index];
    pool[slots.link(slot)] = moved;
    slots.setLink(moved, slots.link(slot));
    last[at] = (--index & CHUNK - 1) == 0 ? free(index) : index;
    size--;
  }

  /** Frees a chunk; returns what lies before it. */
  private int free(int chunk) {
    int lastBefore = pool[chunk];
    pool[chunk] = freeChunk;
    freeChunk = chunk;
    return lastBefore;
  }

  /** Has the next month begin that has events, of which there are, and leaves these to {@code near} and {@code far}. */
  void open(NearEvents near, FarEvents far) {
    do {
      turnTo(thisMonth + 1);
    } while (last[(int) thisMonth & last.length - 1] == NOWHERE);
    near.reach(thisMonth << monthShift, beginNs);
    int number = takeMonth((int) thisMonth & last.length - 1);
    slots.timesNs(opened, number, openedNs);
    for (int i = 0; i < number; i++) {
      if (!near.add(opened[i], openedNs[i])) {
        far.add(opened[i]);
      }
    }
  }

  private int takeMonth(int at) {
    int number = 0;
    int index = last[at];
    while (index != NOWHERE) {
      int chunk = index & -CHUNK;
      if (number + CHUNK > opened.length) {
        opened = Arrays.copyOf(opened, 2 * opened.length);
        openedNs = new long[opened.length];
      }
      System.arraycopy(pool, chunk + 1, opened, number, index - chunk);
      number += index - chunk;
      index = free(chunk);
    }
    last[at] = NOWHERE;
    size -= number;
    return number;
  }

  /** Takes all of them out, into {@code all} from {@code from} on; returns the index after the last. */
  int takeAll(int[] all, int from) {
    int to = from;
    for (int at = 0; at < last.length; at++) {
      int number = takeMonth(at);
      System.arraycopy(opened, 0, all, to, number);
      to += number;
    }
    return to;
  }
}
