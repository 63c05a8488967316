package org.sockmodel.runtime.trace.perf.data;

import java.util.Arrays;

/** Where in a file the records of one CPU are, piece by piece. */
final class Pieces {

  private long[] starts = new long[16];
  private long[] ends = new long[16];
  private int count;

  /** Adds a record, to the last piece if it follows that. */
  void add(long start, long end) {
    if (count > 0 && ends[count - 1] == start) {
      ends[count - 1] = end;
      return;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = start;
    ends[count++] = end;
  }

  int count() {
    return count;
  }

  long start(int piece) {
    return starts[piece];
  }

  long end(int piece) {
    return ends[piece];
  }
}
