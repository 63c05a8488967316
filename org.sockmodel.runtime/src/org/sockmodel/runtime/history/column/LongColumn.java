package org.sockmodel.runtime.history.column;

import java.util.Arrays;

/** Numbers of 64 bits in a row. Cost: two array accesses; 8 bytes a number and less than a chunk more. */
public final class LongColumn {

  private static final int CHUNK_BITS = 12;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int FIRST = 8;

  private volatile long[][] chunks = {new long[FIRST]};
  private int size;

  /** Appends a number; for the writer. */
  public void add(long value) {
    int chunk = size >>> CHUNK_BITS;
    int index = size & CHUNK - 1;
    if (chunk == chunks.length) {
      long[][] more = Arrays.copyOf(chunks, chunk + 1);
      more[chunk] = new long[CHUNK];
      chunks = more;
    } else if (index == chunks[chunk].length) {
      chunks = new long[][] {Arrays.copyOf(chunks[0], index * 2)};
    }
    chunks[chunk][index] = value;
    size++;
  }

  public long get(int index) {
    return chunks[index >>> CHUNK_BITS][index & CHUNK - 1];
  }

  /** How many numbers there are; for the writer. */
  public int size() {
    return size;
  }

  /** Index of the last of the first {@code count} numbers, which ascend, that is at most {@code value}; -1 if none. */
  public int lastAtMost(long value, int count) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = low + high >>> 1;
      if (get(middle) <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** How much memory the numbers take. */
  public long bytes() {
    return ((chunks.length - 1L) * CHUNK + chunks[0].length) * Long.BYTES;
  }
}
