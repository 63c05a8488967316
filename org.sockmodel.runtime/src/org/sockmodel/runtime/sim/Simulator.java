package org.sockmodel.runtime.sim;

import java.util.ArrayDeque;

/**
 * The clock and the agenda of one simulation.
 *
 * <p>Time is a long count of nanoseconds from 0. Events fire ordered by (time, priority, sequence): the earlier time
 * first; at one time the smaller priority number; and among those the event that was scheduled first. This is the only
 * place where ties are decided, and the order does not depend on the machine, so that one seed gives one trace.
 *
 * <p>Cost: see {@link EventQueue}. A component whose next event would be the very next one of the whole simulation may
 * skip the queue with {@link #advance}, which keeps the order exactly and costs a comparison; one that comes after
 * others, with {@link #letOthersPass}.
 */
public final class Simulator {

  /** What a continuation's {@link Event#fire} is given. */
  public static final int CONTINUATION = -1;

  /** Priority of what recurs whether or not anything happens: a run does not go on for it. */
  public static final int HOUSEKEEPING_PRIORITY = 0;

  /** Priority of what devices do: packets and timers arrive before CPUs go on. */
  public static final int DEVICE_PRIORITY = 1;

  /** Priority of CPUs that finish a piece of work. */
  public static final int CPU_PRIORITY = 2;

  private final EventQueue queue = new EventQueue();
  private final ArrayDeque<Event> continuations = new ArrayDeque<>();
  private long nowNs;
  private long horizonNs = Long.MAX_VALUE;
  private long endNs = Long.MAX_VALUE;
  private boolean observed;
  private Event firing;
  private boolean again;
  private boolean held;
  private int againArgument;
  /** What lets others go first, and until when. */
  private Event waiting;
  private long waitingUntilNs = Long.MAX_VALUE;
  /** Nothing is to happen before this time, and the run does not end before it; never later than now while held. */
  private long quietBeforeNs = Long.MAX_VALUE;

  public long nowNs() {
    return nowNs;
  }

  /**
   * Schedules {@code event} at {@code atNs}, which must not lie in the past.
   *
   * @return a handle for {@link #cancel}
   */
  public long schedule(long atNs, int priority, Event event, int argument) {
    if (atNs < nowNs || observed) {
      throw new IllegalStateException(observed
          ? "an observer of the trace must not schedule events"
          : "event at " + atNs + " ns lies before now, " + nowNs + " ns");
    }
    quietBeforeNs = Math.min(quietBeforeNs, atNs);
    return queue.add(atNs, priority, event, argument);
  }

  /**
   * Has {@code continuation} fire at this very time, right after the event that is firing now has done all it does; in
   * the order of the calls. Only what fires from here or from the queue may {@link #advance}, so that nobody moves the
   * clock while an event is half done.
   */
  public void continueWith(Event continuation) {
    continuations.add(continuation);
    quietBeforeNs = nowNs;
  }

  /** How many events have been scheduled so far. */
  public long scheduled() {
    return queue.added();
  }

  /**
   * Has the event that is firing now fire once more, with another argument, in its own place of the order: before
   * whatever was scheduled after it, and after what this firing has continue.
   */
  public void fireAgain(int argument) {
    againArgument = argument;
    again = true;
    quietBeforeNs = nowNs;
  }

  /**
   * Has everything happen that comes before the firing component goes on at {@code toNs}, and moves the clock there.
   * It is as if the component had scheduled itself and its turn came, at less cost. One at a time can wait so.
   *
   * @param component who waits, and no longer does when others {@link #continueWith} it
   * @return false if the component has to leave what it does, since one waits already, the run ends before or the
   *         component is to continue at once; the clock shows until when time has passed
   */
  public boolean letOthersPass(long toNs, int priority, Event component) {
    if (waiting != null || !isQuiet() || toNs > horizonNs) {
      return false;
    }
    long order = queue.takeOrder(priority);
    waiting = component;
    waitingUntilNs = toNs;
    boolean undisturbed = true;
    while (undisturbed && queue.hasBefore(toNs, order)) {
      undisturbed = fireEarliest() && toNs <= horizonNs;
    }
    waiting = null;
    waitingUntilNs = Long.MAX_VALUE;
    if (undisturbed) {
      nowNs = toNs;
    }
    lookAhead();
    return undisturbed;
  }

  /** Takes an event back; does nothing if it has fired already. */
  public void cancel(long handle) {
    queue.remove(handle);
    lookAhead();
  }

  /**
   * Moves the clock to {@code toNs} if nothing else is to happen up to then. A component may so go on at once instead
   * of scheduling itself.
   *
   * @return false if another event comes first or the run ends before; then the clock stands still
   */
  public boolean advance(long toNs) {
    if (toNs >= quietBeforeNs) {
      return false;
    }
    nowNs = toNs;
    return true;
  }

  /**
   * Says that the component whose event is firing has something else to do first, so that it is not to {@link
   * #advance}; or that it has done that.
   */
  public void hold(boolean on) {
    held = on;
    lookAhead();
  }

  /** Whether nothing else is to happen at this very time, so that a component may {@link #advance} by a little. */
  public boolean isQuiet() {
    return nowNs < quietBeforeNs;
  }

  /** Sets the end of the run: nothing happens after {@code ns}. May be set again while the run goes on. */
  public void stopAt(long ns) {
    horizonNs = ns;
    endNs = ns == Long.MAX_VALUE ? ns : ns + 1;
    lookAhead();
  }

  /** Fires events until nothing is left to happen or the next event lies after the end. */
  public void run() {
    while (queue.hasWork() && queue.earliestNs() <= horizonNs) {
      fireEarliest();
    }
  }

  /**
   * Fires the earliest event, what it has continue, and itself again if it asked for that.
   *
   * @return false if it is the turn of what waits, before all of that is done
   */
  private boolean fireEarliest() {
    nowNs = queue.earliestNs();
    firing = queue.poll();
    againArgument = queue.polledArgument();
    do {
      again = false;
      lookAhead();
      firing.fire(againArgument);
      while (!continuations.isEmpty()) {
        Event continuation = continuations.poll();
        if (continuation == waiting) {
          return false;
        }
        lookAhead();
        continuation.fire(CONTINUATION);
      }
    } while (again);
    return true;
  }

  private void lookAhead() {
    quietBeforeNs = continuations.isEmpty() && !again && !held
        ? Math.min(Math.min(queue.earliestNs(), endNs), waitingUntilNs) : nowNs;
  }

  /** Says that code outside of the simulation is running, which must not schedule anything. */
  public void observe(boolean on) {
    observed = on;
  }
}
