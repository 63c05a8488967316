package org.sockmodel.runtime.sim;

/**
 * The pending events, earliest first: those of the near future in a calendar, the others in a heap. An event stays
 * where it was put, and the earliest is the earlier of the two firsts; so the order is exact however the calendar is
 * cut, and the cut is a matter of speed alone.
 *
 * <p>The calendar is cut anew, from what the queue has seen since the last cut, when it has become too small or too
 * large for the number of events, or when too many events had to go to the heap. Its days are many to an event, for an
 * empty day costs a bit and a crowded one a search; its year is three times the mean time that an event is pending, so
 * that one in twenty goes to the heap where these times are exponential. A model of tens of events has its CPUs' and
 * cards' next steps in two words of the bitmap, and the timers of milliseconds in the heap.
 */
final class EventQueue {

  private static final int DAYS_PER_EVENT = 8;
  private static final int YEAR_PER_PENDING_TIME = 3;
  private static final int LEAST_DAYS = Long.SIZE;
  private static final int MOST_DAYS = 1 << 24;
  private static final int LEAST_PERIOD = 1024;
  private static final int LONGEST_DAY_SHIFT = 40;

  private final EventSlots slots = new EventSlots();
  private final NearEvents near = new NearEvents(slots);
  private final FarEvents far = new FarEvents(slots);
  private int size;
  private int work;
  private int earliest = EventSlots.NONE;
  private long earliestNs = Long.MAX_VALUE;
  private int polledArgument;

  private long periodBeganNs;
  private int fired;
  private int toFar;

  /** Whether an event is pending that is not mere housekeeping. */
  boolean hasWork() {
    return work > 0;
  }

  /** Time of the earliest event; {@link Long#MAX_VALUE} if there is none. */
  long earliestNs() {
    return earliestNs;
  }

  long add(long atNs, int priority, Event event, int argument) {
    int slot = slots.take(atNs, priority, event, argument);
    if (!near.add(slot)) {
      far.add(slot);
      toFar++;
    }
    if (size++ == 0 || slots.before(slot, earliest)) {
      earliest = slot;
      earliestNs = atNs;
    }
    work += workOf(slot);
    return slots.handle(slot);
  }

  void remove(long handle) {
    int slot = slots.slotOf(handle);
    if (slot == EventSlots.NONE) {
      return;
    }
    if (far.holds(slot)) {
      far.remove(slot);
    } else {
      near.remove(slot);
    }
    release(slot);
  }

  /** Removes the earliest event; {@link #polledArgument} tells its argument. */
  Event poll() {
    int slot = earliest;
    polledArgument = slots.argument(slot);
    near.turnTo(earliestNs);
    if (++fired >= LEAST_PERIOD && fired >= size) {
      endPeriod();
    }
    if (slot == near.first()) {
      near.removeFirst();
    } else {
      far.remove(slot);
    }
    release(slot);
    return slots.event(slot);
  }

  int polledArgument() {
    return polledArgument;
  }

  private int workOf(int slot) {
    return slots.priority(slot) > Simulator.HOUSEKEEPING_PRIORITY ? 1 : 0;
  }

  private void release(int slot) {
    work -= workOf(slot);
    slots.free(slot);
    size--;
    int soon = near.first();
    int later = far.first();
    if (later != EventSlots.NONE && (soon == EventSlots.NONE || slots.before(later, soon))) {
      soon = later;
    }
    earliest = soon;
    earliestNs = soon == EventSlots.NONE ? Long.MAX_VALUE : slots.timeNs(soon);
  }

  private void endPeriod() {
    int days = Math.max(LEAST_DAYS, Math.min(MOST_DAYS, Integer.highestOneBit(size) * DAYS_PER_EVENT));
    long pendingNs = (long) ((double) (earliestNs - periodBeganNs) / fired * size);
    long dayNs = YEAR_PER_PENDING_TIME * pendingNs / days;
    int dayShift = Math.min(LONGEST_DAY_SHIFT, Long.SIZE - Long.numberOfLeadingZeros(dayNs));
    boolean tooFar = toFar > fired / DAYS_PER_EVENT && dayShift != near.dayShift();
    if (days > near.days() || days < near.days() / DAYS_PER_EVENT || tooFar) {
      near.cut(days, dayShift, earliestNs, far);
    }
    periodBeganNs = earliestNs;
    fired = 0;
    toFar = 0;
  }
}
