package org.sockmodel.runtime.sim;

import java.util.Arrays;

/**
 * The pending events of the near future: a calendar, after Brown, CACM 31(10), 1988, but of one year only. Time is cut
 * into days of a power of two of nanoseconds; the days of one year, which begins with the day of the last event that
 * fired, have a list each, in order. What lies beyond the year is left to the {@link FarEvents}, so that no list mixes
 * years and the next day with an event is found in a bitmap.
 *
 * <p>Cost: add, remove and first O(1) as long as few events share a day; see {@link EventQueue} for how that is kept.
 *
 * <pre>
 *   head [ per day of the year: first slot ]     busy [ a bit per day: has it an event? ]
 *   a slot's link: the next slot of its day
 * </pre>
 */
final class NearEvents {

  /** How many events of one day are passed by in search of a place, at most. */
  private static final int MOST_HOPS = 16;

  private final EventSlots slots;
  private int[] head = new int[0];
  private long[] busy = new long[0];
  private int dayShift;
  private long today;
  private int hops;

  NearEvents(EventSlots slots) {
    this.slots = slots;
  }

  int dayShift() {
    return dayShift;
  }

  /** How many events of the same day have been passed by since the last reset. */
  int hops() {
    return hops;
  }

  void resetHops() {
    hops = 0;
  }

  /** Has the year begin with the day of {@code nowNs}, before which no event is pending, if it begins earlier. */
  void turnTo(long nowNs) {
    today = Math.max(today, nowNs >> dayShift);
  }

  /** Has the year, in which there is no event, end not before {@code untilNs}; or it begins with {@code fromNs}. */
  void reach(long fromNs, long untilNs) {
    if ((untilNs - 1 >> dayShift) - today >= head.length) {
      today = fromNs >> dayShift;
    }
  }

  /** Adds an event; false if it is not of this year, or of a day so crowded that a place would be long to find. */
  boolean add(int slot, long atNs) {
    long day = atNs >> dayShift;
    int mask = head.length - 1;
    if ((day - today & ~(long) mask) != 0) {
      return false;
    }
    int at = (int) day & mask;
    int next = head[at];
    if (next == EventSlots.NONE || slots.before(slot, next)) {
      slots.setLink(slot, next);
      head[at] = slot;
      busy[at >> 6] |= 1L << at;
      return true;
    }
    return addAfter(slot, next);
  }

  private boolean addAfter(int slot, int head) {
    int previous = head;
    for (int i = 0; i < MOST_HOPS; i++) {
      hops++;
      int next = slots.link(previous);
      if (next == EventSlots.NONE || slots.before(slot, next)) {
        slots.setLink(slot, next);
        slots.setLink(previous, slot);
        return true;
      }
      previous = next;
    }
    return false;
  }

  /** Removes the earliest event, which is due now: the year begins with its day. */
  void removeFirst(int slot, long nowNs) {
    today = nowNs >> dayShift;
    behead((int) today & head.length - 1, slots.link(slot));
  }

  void remove(int slot) {
    int at = at(slot);
    int next = slots.link(slot);
    if (head[at] == slot) {
      behead(at, next);
      return;
    }
    int previous = head[at];
    while (slots.link(previous) != slot) {
      previous = slots.link(previous);
    }
    slots.setLink(previous, next);
  }

  /** Has a day begin with its second event; without a branch, for whether there is one nobody can foresee. */
  private void behead(int at, int next) {
    head[at] = next;
    busy[at >> 6] &= ~((long) (next >> Integer.SIZE - 1) & 1L << at);
  }

  private int at(int slot) {
    return (int) (slots.timeNs(slot) >> dayShift) & head.length - 1;
  }

  /** The slot of the earliest; {@link EventSlots#NONE} if there is none. Looks from the first day of the year on. */
  int first() {
    int from = (int) today & head.length - 1;
    int word = from >> 6;
    long bits = busy[word] & -1L << from;
    for (int words = busy.length; bits == 0; words--) {
      if (words == 0) {
        return EventSlots.NONE;
      }
      word = word + 1 & busy.length - 1;
      bits = busy[word];
    }
    return head[(word << 6) + Long.numberOfTrailingZeros(bits)];
  }

  /** Cuts the year, in which there is no event, into other days, of which the first is that of {@code nowNs}. */
  void cut(int days, int newDayShift, long nowNs) {
    if (days != head.length) {
      head = new int[days];
      Arrays.fill(head, EventSlots.NONE);
      busy = new long[days / Long.SIZE];
    }
    dayShift = newDayShift;
    today = nowNs >> newDayShift;
  }

  /** Takes all of them out, into {@code all} from {@code from} on; returns the index after the last. */
  int takeAll(int[] all, int from) {
    int to = from;
    for (int at = 0; at < head.length; at++) {
      for (int slot = head[at]; slot != EventSlots.NONE; slot = slots.link(slot)) {
        all[to++] = slot;
      }
      head[at] = EventSlots.NONE;
    }
    Arrays.fill(busy, 0);
    return to;
  }
}
