package org.sockmodel.runtime.trace.ftrace;

import java.util.Arrays;
import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.bytes.Words;

/**
 * Beginnings of lines that were taken apart before, up to the bracket behind the CPU: most lines begin as one of the
 * last lines did. Cost: a hash and a comparison of the bytes; no allocation.
 */
final class LineHeads {

  /** Longer beginnings are not kept. */
  private static final int MAX_BYTES = 64;

  private static final int BITS = 6;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final Head[] heads = new Head[1 << BITS];

  /** What a beginning says; the next line may begin otherwise in the same place. */
  static final class Head {
    private final byte[] bytes = new byte[MAX_BYTES];
    private int length;
    int tid;
    int comm;
    int cpu;

    int length() {
      return length;
    }
  }

  LineHeads() {
    Arrays.setAll(heads, i -> new Head());
  }

  /** The beginning of this line if it is known; null otherwise. Some bytes behind the line must be readable. */
  Head find(byte[] bytes, int start, int end) {
    Head head = heads[slot(bytes, start)];
    int length = head.length;
    boolean same = length > 0 && length < end - start && Words.isEqual(head.bytes, bytes, start, length);
    return same ? head : null;
  }

  /** Keeps a beginning. */
  void add(byte[] bytes, int start, int length, int tid, int comm, int cpu) {
    if (length > MAX_BYTES) {
      return;
    }
    Head head = heads[slot(bytes, start)];
    System.arraycopy(bytes, start, head.bytes, 0, length);
    head.length = length;
    head.tid = tid;
    head.comm = comm;
    head.cpu = cpu;
  }

  /** Names of tasks are aligned to the right, and the CPU is near byte 24. */
  private static int slot(byte[] bytes, int start) {
    long hash = LittleEndian.i64(bytes, start + 8) * FACTOR ^ LittleEndian.i64(bytes, start + 16);
    hash = hash * FACTOR ^ LittleEndian.i64(bytes, start + 24);
    return (int) (hash * FACTOR >>> 64 - BITS);
  }
}
