package org.sockmodel.runtime.history;

import java.util.Arrays;
import org.sockmodel.runtime.history.column.IntColumn;
import org.sockmodel.runtime.history.column.LongColumn;

/**
 * The states of one row, one after the other without gaps; each lasts until the next one begins, the last one until the
 * history ends. One thread appends, others read.
 *
 * <p>How long each kind of state lasted in total is noted at every {@link #STEP}th state, so that the shares of kinds
 * in any stretch of time cost two binary searches and at most {@code 2 * STEP} additions, however many it covers.
 * Memory: 12 bytes a state and 5.5 for the notes.
 */
public final class StateSequence {

  static final int STEP = 16;

  private static final int DETAIL_BITS = 24;
  private static final int DETAIL_MASK = (1 << DETAIL_BITS) - 1;
  private static final StateKind[] KINDS = StateKind.values();

  private final LongColumn startsNs = new LongColumn();
  private final IntColumn states = new IntColumn();
  private final LongColumn totalsNs = new LongColumn();
  private final long[] sumsNs = new long[StateKind.COUNT];
  private volatile int size;

  /**
   * The row is in another state from now on. A time before that of the last state is taken for that one.
   *
   * @param detail an id in the trace's names that tells more about the state
   */
  void change(long timeNs, StateKind kind, int detail) {
    int state = kind.ordinal() << DETAIL_BITS | Math.min(detail, DETAIL_MASK);
    int count = size;
    if (count > 0) {
      if (states.get(count - 1) == state) {
        return;
      }
      long lastNs = startsNs.get(count - 1);
      sumsNs[states.get(count - 1) >>> DETAIL_BITS] += Math.max(0, timeNs - lastNs);
    }
    if (count % STEP == 0) {
      for (long sumNs : sumsNs) {
        totalsNs.add(sumNs);
      }
    }
    startsNs.add(count == 0 ? timeNs : Math.max(timeNs, startsNs.get(count - 1)));
    states.add(state);
    size = count + 1;
  }

  /** How many states have been recorded. */
  public int size() {
    return size;
  }

  public long startNs(int index) {
    return startsNs.get(index);
  }

  /** When a state ends; {@code endNs} for the last one, which lasts. */
  public long endNs(int index, long endNs) {
    return index + 1 < size ? startsNs.get(index + 1) : endNs;
  }

  public StateKind kind(int index) {
    return KINDS[states.get(index) >>> DETAIL_BITS];
  }

  /** What tells more about a state: an id in the trace's names. */
  public int detail(int index) {
    return states.get(index) & DETAIL_MASK;
  }

  /** The state at a time; -1 before the first one. */
  public int indexAt(long timeNs) {
    return startsNs.lastAtMost(timeNs, size);
  }

  /** How long each kind of state lasted from one time to another, by the ordinal of the kind. */
  public void durations(long beginNs, long endNs, long[] durationsNs) {
    Arrays.fill(durationsNs, 0);
    add(indexAt(endNs), endNs, 1, durationsNs);
    add(indexAt(beginNs), beginNs, -1, durationsNs);
  }

  private void add(int index, long timeNs, int sign, long[] durationsNs) {
    if (index < 0) {
      return;
    }
    int step = index / STEP;
    for (int kind = 0; kind < StateKind.COUNT; kind++) {
      durationsNs[kind] += sign * totalsNs.get(step * StateKind.COUNT + kind);
    }
    for (int i = step * STEP; i <= index; i++) {
      long endNs = i == index ? timeNs : startsNs.get(i + 1);
      durationsNs[states.get(i) >>> DETAIL_BITS] += sign * (endNs - startsNs.get(i));
    }
  }

  long bytes() {
    return startsNs.bytes() + states.bytes() + totalsNs.bytes();
  }
}
