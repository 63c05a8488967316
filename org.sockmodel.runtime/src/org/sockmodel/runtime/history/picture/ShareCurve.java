package org.sockmodel.runtime.history.picture;

import org.sockmodel.runtime.analysis.distribution.Distribution;

/**
 * The share of durations up to each duration, as steps.
 *
 * @param bottom where the share is 0
 * @param height how far above it is 1
 */
record ShareCurve(LogScale scale, int bottom, int height) {

  private static final int PERCENTS = 100;
  private static final int TEXT_WIDTH = 42;
  private static final int[] NAMED = {0, 50, PERCENTS};

  void draw(Marks marks, Tone tone, Distribution time) {
    int x = scale.x(time.percentileNs(0));
    for (int percent = 1; percent <= PERCENTS; percent++) {
      int next = scale.x(time.percentileNs(percent));
      marks.line(tone, 2, x, y(percent - 1), next, y(percent - 1));
      marks.line(tone, 2, next, y(percent - 1), next, y(percent));
      x = next;
    }
  }

  /** Writes some shares on the left. */
  void shares(Marks marks) {
    for (int share : NAMED) {
      marks.text(Tone.FAINT, Marks.Style.SMALL, scale.left() - TEXT_WIDTH - 2, y(share) - 7, TEXT_WIDTH, share + " %");
    }
  }

  private int y(int percent) {
    return bottom - percent * height / PERCENTS;
  }
}
