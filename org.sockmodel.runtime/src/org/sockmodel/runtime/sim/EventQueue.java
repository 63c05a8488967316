package org.sockmodel.runtime.sim;

import java.util.Arrays;

/**
 * The pending events, earliest first: while they are few, in one row; else those of the near future in a calendar,
 * where they are very many those of the rest of its year in months without order, and the others in a heap. Every
 * event of a later month fires after those of the calendar, and the earliest is the earlier of the calendar's first and
 * the heap's; so the order is exact however the year is cut, and the cut is a matter of speed alone.
 *
 * <p>The year is cut anew, from what the queue has seen since the last cut, when it has become too small or too large
 * for the number of events, when too many events had to go to the heap, or when too many share a day; and while the
 * queue grows, from a sample of what is pending. Its days are many to an event, for an empty day costs a bit and a
 * crowded one a search. Its year is six times the mean time that an event is pending, so that one in four hundred goes
 * to the heap where these times are exponential. A model of one CPU has no calendar; one of tens of events has the next
 * steps of its CPUs and cards in a few words of the bitmap, and the timers of milliseconds in the heap.
 */
final class EventQueue {

  private static final int DAYS_PER_EVENT = 32;
  private static final int YEAR_PER_PENDING_TIME = 6;
  /** The calendar is cut anew when one event in so many went to the heap, or when it is so many times too large. */
  private static final int TOLERANCE = 8;
  private static final int LEAST_DAYS = Long.SIZE;
  private static final int MOST_DAYS = 1 << 24;
  /** A year of more days is cut into months too: for less than a megabyte of them they only cost. */
  private static final int MOST_DAYS_WITHOUT_MONTHS = 1 << 18;
  /** So many days of two months fit into a processor's first cache. */
  private static final int DAYS_PER_MONTH_SHIFT = 12;
  private static final int LEAST_PERIOD = 1024;
  private static final int LONGEST_DAY_SHIFT = 40;
  private static final int SAMPLE = 256;
  /** Events have to be few again at the end of so many periods before the calendar is given up. */
  private static final int FEW_PERIODS = 64;
  /** Room for so many events is not given back. */
  private static final int TRIMMED = 1024;
  /** The mean of exponential times, in medians. */
  private static final double MEAN_PER_MEDIAN = 1.44;

  private final EventSlots slots = new EventSlots();
  private final NearEvents near = new NearEvents(slots);
  private final LaterEvents later = new LaterEvents(slots);
  private final FarEvents far = new FarEvents(slots);
  private final FewEvents few = new FewEvents(slots);
  private boolean many;
  private int fewPeriods;
  private int size;
  private int housekeeping;
  private int earliest = EventSlots.NONE;
  private long earliestNs = Long.MAX_VALUE;
  private int polledArgument;
  /** When the last event was due. */
  private long nowNs;

  private long periodBeganNs;
  private int periodLeft = LEAST_PERIOD;
  private int period = LEAST_PERIOD;
  private int toFar;
  private long firedUntrimmed;
  private int farWhenCut = LEAST_PERIOD;
  /** Into so many the year is cut. */
  private int days;

  /** Whether an event is pending that is not mere housekeeping. */
  boolean hasWork() {
    return size > housekeeping;
  }

  /** How many events have been added so far. */
  long added() {
    return slots.taken();
  }

  /** The place in the order that an event would get that is added now; it counts as added. */
  long takeOrder(int priority) {
    return slots.takeOrder(priority);
  }

  /** Whether an event is pending that fires before what has such a place at such a time. */
  boolean hasBefore(long atNs, long order) {
    return earliestNs <= atNs && earliest != EventSlots.NONE && slots.before(earliest, atNs, order);
  }

  /** Time of the earliest event; {@link Long#MAX_VALUE} if there is none. */
  long earliestNs() {
    return earliestNs;
  }

  long add(long atNs, int priority, Event event, int argument) {
    int slot = slots.take(atNs, priority, event, argument);
    size++;
    if (priority == Simulator.HOUSEKEEPING_PRIORITY) {
      housekeeping++;
    }
    if (many) {
      addToMany(slot, atNs);
    } else if (!few.add(slot, atNs)) {
      becomeMany(slot);
    }
    if (atNs <= earliestNs && (atNs < earliestNs || earliest == EventSlots.NONE || slots.before(slot, earliest))) {
      earliest = slot;
      earliestNs = atNs;
    }
    return slots.handle(slot);
  }

  private void addToMany(int slot, long atNs) {
    if (!place(slot, atNs)) {
      addFar(slot);
    }
  }

  private boolean place(int slot, long atNs) {
    return atNs < later.beginNs() ? near.add(slot, atNs) : later.add(slot, atNs);
  }

  private void becomeMany(int slot) {
    many = true;
    fewPeriods = 0;
    far.add(slot);
    few.moveAllTo(far);
    grow();
  }

  private void becomeFew() {
    many = false;
    for (int slot : takeAll()) {
      few.add(slot, slots.timeNs(slot));
    }
    divide(LEAST_DAYS, 0);
    slots.trim();
  }

  private void addFar(int slot) {
    far.add(slot);
    toFar++;
    if (far.size() > 2 * farWhenCut) {
      grow();
    }
  }

  void remove(long handle) {
    int slot = slots.slotOf(handle);
    if (slot == EventSlots.NONE) {
      return;
    }
    if (!many) {
      few.remove(slot);
    } else if (far.holds(slot)) {
      far.remove(slot);
    } else if (slots.timeNs(slot) < later.beginNs()) {
      near.remove(slot);
    } else {
      later.remove(slot);
    }
    free(slot);
    if (slot == earliest) {
      lookForEarliest();
    }
  }

  /** Removes the earliest event; {@link #polledArgument} tells its argument. */
  Event poll() {
    int slot = earliest;
    Event event = slots.event(slot);
    polledArgument = slots.argument(slot);
    nowNs = earliestNs;
    if (many) {
      removeFirstOfMany(slot);
    } else {
      few.removeFirst();
      free(slot);
    }
    lookForEarliest();
    return event;
  }

  private void removeFirstOfMany(int slot) {
    if (far.holds(slot)) {
      far.remove(slot);
      near.turnTo(nowNs);
    } else if (nowNs < later.beginNs()) {
      near.removeFirst(slot, nowNs);
    } else {
      later.remove(slot);
      near.turnTo(nowNs);
    }
    free(slot);
    if (--periodLeft == 0) {
      endPeriod();
    }
  }

  int polledArgument() {
    return polledArgument;
  }

  private void free(int slot) {
    if (slots.priority(slot) == Simulator.HOUSEKEEPING_PRIORITY) {
      housekeeping--;
    }
    slots.free(slot);
    size--;
  }

  private void lookForEarliest() {
    if (!many) {
      earliest = few.first();
      earliestNs = few.firstNs();
      return;
    }
    earliest = near.first();
    while (earliest == EventSlots.NONE && !later.isEmpty()) {
      later.open(near, far);
      earliest = near.first();
    }
    earliestNs = earliest == EventSlots.NONE ? Long.MAX_VALUE : slots.timeNs(earliest);
    if (far.firstNs() <= earliestNs) {
      lookAtFar();
    }
  }

  private void lookAtFar() {
    int later = far.first();
    if (later != EventSlots.NONE && (earliest == EventSlots.NONE || slots.before(later, earliest))) {
      earliest = later;
      earliestNs = slots.timeNs(later);
    }
  }

  /** As many events have fired as are pending: by Little's law, their number and rate tell how long each is pending. */
  private void endPeriod() {
    fewPeriods = size <= FewEvents.MOST / 2 ? fewPeriods + 1 : 0;
    if (fewPeriods == FEW_PERIODS) {
      becomeFew();
      return;
    }
    int newDays = newDays();
    int dayShift = dayShift((double) (nowNs - periodBeganNs) / period * size, newDays);
    boolean misses = toFar > period / TOLERANCE || near.hops() > 2 * period;
    if (newDays > days || newDays < days / TOLERANCE || misses && dayShift != near.dayShift()) {
      cut(newDays, dayShift);
    }
    firedUntrimmed += period;
    if (Math.max(size, TRIMMED) < slots.capacity() / TOLERANCE && firedUntrimmed > slots.capacity() / TOLERANCE) {
      slots.trim();
      firedUntrimmed = 0;
    }
    beginPeriod();
  }

  private void beginPeriod() {
    periodBeganNs = nowNs;
    period = Math.max(LEAST_PERIOD, size);
    periodLeft = period;
    toFar = 0;
    near.resetHops();
  }

  /** The heap has doubled since the last cut. */
  private void grow() {
    int newDays = newDays();
    long[] pendingNs = new long[Math.min(SAMPLE, size)];
    slots.sample(pendingNs);
    Arrays.sort(pendingNs);
    cut(newDays, dayShift((pendingNs[pendingNs.length / 2] - nowNs) * MEAN_PER_MEDIAN, newDays));
    beginPeriod();
  }

  private void cut(int newDays, int dayShift) {
    int[] all = takeAll();
    divide(newDays, dayShift);
    for (int slot : all) {
      if (!place(slot, slots.timeNs(slot))) {
        far.add(slot);
      }
    }
    farWhenCut = Math.max(LEAST_PERIOD, far.size());
  }

  private int[] takeAll() {
    int[] all = new int[size];
    far.takeAll(all, later.takeAll(all, near.takeAll(all, 0)));
    return all;
  }

  /** Cuts the year, in which there is no event, into days, and these into months if they are very many. */
  private void divide(int newDays, int dayShift) {
    days = newDays;
    boolean months = newDays > MOST_DAYS_WITHOUT_MONTHS;
    near.cut(months ? 2 << DAYS_PER_MONTH_SHIFT : newDays, dayShift, nowNs);
    later.cut(months ? newDays >> DAYS_PER_MONTH_SHIFT : 0, dayShift + DAYS_PER_MONTH_SHIFT, nowNs);
  }

  private int newDays() {
    return Math.max(LEAST_DAYS, Math.min(MOST_DAYS, Integer.highestOneBit(size) * DAYS_PER_EVENT));
  }

  private static int dayShift(double meanPendingNs, int days) {
    long dayNs = (long) (YEAR_PER_PENDING_TIME * meanPendingNs / days);
    return Math.min(LONGEST_DAY_SHIFT, Long.SIZE - Long.numberOfLeadingZeros(dayNs));
  }
}
