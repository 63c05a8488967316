package org.sockmodel.runtime.history.picture;

import java.util.function.IntConsumer;
import org.sockmodel.runtime.history.StateKind;
import org.sockmodel.runtime.history.StateSequence;

/**
 * Turns the states of one row into boxes. A state that is wider than a pixel is a box, as high as its kind; a pixel
 * that holds several states is divided by how long they last, the most urgent one at the bottom, and what is there at
 * all takes at least a pixel, and three if anything was done. Cost: two searches a pixel at most.
 */
final class RowBands {

  private static final StateKind[] KINDS = StateKind.values();
  private static final int LEAST_DONE = 3;

  private final long[] durationsNs = new long[StateKind.COUNT];
  private final Fills fills;

  RowBands(Fills fills) {
    this.fills = fills;
  }

  /** Is told of a box that shows one state. */
  @FunctionalInterface
  interface SolidBox {
    void solid(int state, int x, int width);
  }

  /**
   * Draws the part of a row that a window shows.
   *
   * @param historyEndNs when the last state ends
   */
  void draw(StateSequence states, long historyEndNs, TimeWindow window, int x, int y, int width, int height) {
    walk(states, historyEndNs, window, width,
        (state, from, length) -> box(states.kind(state), x + from, y, length, height, 1),
        from -> mixed(states, historyEndNs, window, from, width, x, y, height));
  }

  /** Finds the boxes that show one state each. */
  static void solids(StateSequence states, long historyEndNs, TimeWindow window, int width, SolidBox solid) {
    walk(states, historyEndNs, window, width, solid, from -> { });
  }

  private static void walk(StateSequence states, long historyEndNs, TimeWindow window, int width, SolidBox solid,
      IntConsumer mixed) {
    int end = Math.min(width, (int) Math.ceil(window.at(historyEndNs, width)));
    int px = states.size() == 0 ? end : Math.max(0, (int) Math.min(width, window.at(states.startNs(0), width)));
    while (px < end) {
      int state = states.indexAt(window.timeAt(px, width));
      double until = state < 0 ? px : Math.min(end, window.at(states.endNs(state, historyEndNs), width));
      int last = (int) until;
      if (last > px) {
        solid.solid(state, px, last - px);
        px = last;
      } else {
        mixed.accept(px);
        px++;
      }
    }
  }

  private void mixed(StateSequence states, long historyEndNs, TimeWindow window, int px, int width, int x, int y,
      int height) {
    long beginNs = window.timeAt(px, width);
    long endNs = Math.max(beginNs + 1, Math.min(window.timeAt(px + 1, width), historyEndNs));
    states.durations(beginNs, endNs, durationsNs);
    double all = endNs - beginNs;
    int bottom = y + height;
    for (int kind = StateKind.COUNT - 1; kind > 0; kind--) {
      if (durationsNs[kind] > 0) {
        int part = box(KINDS[kind], x + px, bottom - height, 1, height, durationsNs[kind] / all);
        bottom = Math.max(y + 1, bottom - part);
      }
    }
  }

  /** Draws one state that fills a part of its width, standing on the bottom; the result is how high it is. */
  private int box(StateKind kind, int x, int y, int width, int height, double part) {
    if (!kind.isVisible()) {
      return 0;
    }
    int least = kind == StateKind.IDLE || kind == StateKind.BLOCKED ? 1 : LEAST_DONE;
    int high = (int) Math.max(least, Math.round(height * level(kind) * part));
    fills.fill(Tone.of(kind), x, y + height - high, width, high);
    return high;
  }

  /** How high a state stands, as a part of its row: the more urgent, the higher. */
  static double level(StateKind kind) {
    return switch (kind) {
      case NONE -> 0;
      case IDLE, BLOCKED -> 0.14;
      case RUNNABLE, PENDING -> 0.45;
      case USER, SYSTEM -> 0.75;
      case SOFTIRQ, POLLING -> 0.88;
      case VECTOR, HARDIRQ -> 1;
    };
  }
}
