package org.sockmodel.runtime.sim;

/**
 * The pending events, earliest first: those of the near future in a calendar, the others in a heap. An event stays
 * where it was put, and the earliest is the earlier of the two firsts; so the order is exact however the calendar is
 * cut, and the cut is a matter of speed alone.
 *
 * <p>The calendar is cut anew, from what the queue has seen since the last cut, when it has become too small or too
 * large for the number of events, or when too many events had to go to the heap. Its days are many to an event, for an
 * empty day costs a bit and a crowded one a search; its year is six times the mean time that an event is pending, so
 * that one in four hundred goes to the heap where these times are exponential. A model of tens of events has its CPUs'
 * and cards' next steps in a few words of the bitmap, and the timers of milliseconds in the heap.
 */
final class EventQueue {

  private static final int DAYS_PER_EVENT = 32;
  private static final int YEAR_PER_PENDING_TIME = 6;
  /** The calendar is cut anew when one event in so many went to the heap, or when it is so many times too large. */
  private static final int TOLERANCE = 8;
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
    if (!near.add(slot, atNs)) {
      far.add(slot);
      toFar++;
    }
    size++;
    work += workOf(priority);
    if (atNs <= earliestNs && (atNs < earliestNs || earliest == EventSlots.NONE || slots.before(slot, earliest))) {
      earliest = slot;
      earliestNs = atNs;
    }
    return slots.handle(slot);
  }

  void remove(long handle) {
    int slot = slots.slotOf(handle);
    if (slot == EventSlots.NONE) {
      return;
    }
    take(slot);
    if (slot == earliest) {
      lookForEarliest();
    }
  }

  /** Removes the earliest event; {@link #polledArgument} tells its argument. */
  Event poll() {
    int slot = earliest;
    polledArgument = slots.argument(slot);
    near.turnTo(earliestNs);
    if (++fired >= LEAST_PERIOD && fired >= size) {
      endPeriod();
    }
    take(slot);
    lookForEarliest();
    return slots.event(slot);
  }

  int polledArgument() {
    return polledArgument;
  }

  private static int workOf(int priority) {
    return priority > Simulator.HOUSEKEEPING_PRIORITY ? 1 : 0;
  }

  private void take(int slot) {
    if (far.holds(slot)) {
      far.remove(slot);
    } else {
      near.remove(slot);
    }
    work -= workOf(slots.priority(slot));
    slots.free(slot);
    size--;
  }

  private void lookForEarliest() {
    earliest = near.first();
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

  private void endPeriod() {
    int days = Math.max(LEAST_DAYS, Math.min(MOST_DAYS, Integer.highestOneBit(size) * DAYS_PER_EVENT));
    long pendingNs = (long) ((double) (earliestNs - periodBeganNs) / fired * size);
    long dayNs = YEAR_PER_PENDING_TIME * pendingNs / days;
    int dayShift = Math.min(LONGEST_DAY_SHIFT, Long.SIZE - Long.numberOfLeadingZeros(dayNs));
    boolean tooFar = toFar > fired / TOLERANCE && dayShift != near.dayShift();
    if (days > near.days() || days < near.days() / TOLERANCE || tooFar) {
      near.cut(days, dayShift, earliestNs, far);
    }
    periodBeganNs = earliestNs;
    fired = 0;
    toFar = 0;
  }
}
