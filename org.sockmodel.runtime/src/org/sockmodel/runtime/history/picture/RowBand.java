package org.sockmodel.runtime.history.picture;

import java.util.function.IntConsumer;
import org.sockmodel.runtime.history.StateKind;
import org.sockmodel.runtime.history.StateSequence;

/**
 * The states of one row, cut into the pixels of a window of time. A state that is wider than a pixel is a box, as high
 * as its kind; a pixel that holds several states is divided by how long they last, the most urgent one at the bottom,
 * and what is there at all takes at least a pixel, and three if anything was done. Cost: two searches a pixel at most.
 *
 * @param historyEndNs when the last state ends
 * @param width of the window, in pixels
 */
record RowBand(StateSequence states, long historyEndNs, TimeWindow window, int width) {

  private static final StateKind[] KINDS = StateKind.values();
  private static final int LEAST_DONE = 3;

  /** Is told of a box that shows one state. */
  @FunctionalInterface
  interface SolidBox {
    void solid(int state, int x, int width);
  }

  /** Draws it with its upper left corner at a place. */
  void draw(Fills fills, int x, int y, int height) {
    Painter painter = new Painter(fills, x, y, height);
    long[] durationsNs = new long[StateKind.COUNT];
    walk((state, from, length) -> painter.box(states.kind(state), from, length, y + height, 1), px -> {
      long beginNs = window.timeAt(px, width);
      long endNs = Math.max(beginNs + 1, Math.min(window.timeAt(px + 1, width), historyEndNs));
      states.durations(beginNs, endNs, durationsNs);
      painter.mixed(px, durationsNs, endNs - beginNs);
    });
  }

  /** Finds the boxes that show one state each. */
  void solids(SolidBox solid) {
    walk(solid, from -> { });
  }

  private void walk(SolidBox solid, IntConsumer mixed) {
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

  /** Draws within a row whose upper left corner is at {@code left} and {@code top}. */
  private record Painter(Fills fills, int left, int top, int height) {

    /** A pixel with several states, by how long each lasts of {@code allNs}. */
    void mixed(int px, long[] durationsNs, double allNs) {
      int bottom = top + height;
      for (int kind = StateKind.COUNT - 1; kind > 0; kind--) {
        if (durationsNs[kind] > 0) {
          int part = box(KINDS[kind], px, 1, bottom, durationsNs[kind] / allNs);
          bottom = Math.max(top + 1, bottom - part);
        }
      }
    }

    /** One state that fills a part of its width, standing on {@code bottom}; the result is how high it is. */
    int box(StateKind kind, int px, int width, int bottom, double part) {
      if (!kind.isVisible()) {
        return 0;
      }
      int least = kind == StateKind.IDLE || kind == StateKind.BLOCKED ? 1 : LEAST_DONE;
      int high = (int) Math.max(least, Math.round(height * level(kind) * part));
      fills.fill(Tone.of(kind), left + px, bottom - high, width, high);
      return high;
    }
  }
}
