package org.sockmodel.runtime.history.column;

import java.util.Arrays;

/** Numbers of 32 bits in a row. Cost: two array accesses; 4 bytes a number and less than a chunk more. */
public final class IntColumn {

  private static final int CHUNK_BITS = 12;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int FIRST = 8;

  private volatile int[][] chunks = {new int[FIRST]};
  private int size;

  /** Appends a number; for the writer. */
  public void add(int value) {
    int chunk = size >>> CHUNK_BITS;
    int index = size & CHUNK - 1;
    if (chunk == chunks.length) {
      int[][] more = Arrays.copyOf(chunks, chunk + 1);
      more[chunk] = new int[CHUNK];
      chunks = more;
    } else if (index == chunks[chunk].length) {
      chunks = new int[][] {Arrays.copyOf(chunks[0], index * 2)};
    }
    chunks[chunk][index] = value;
    size++;
  }

  public int get(int index) {
    return chunks[index >>> CHUNK_BITS][index & CHUNK - 1];
  }

  /** How many numbers there are; for the writer. */
  public int size() {
    return size;
  }

  /** How much memory the numbers take. */
  public long bytes() {
    return ((chunks.length - 1L) * CHUNK + chunks[0].length) * Integer.BYTES;
  }
}
