package org.sockmodel.runtime.trace.ftrace;

import java.util.Arrays;
import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.bytes.Words;

/**
 * Beginnings of lines that were taken apart before, up to the bracket behind the CPU: most lines begin as one of the
 * last lines did. Those of 25 to 64 bytes are kept; names of tasks are aligned to the right, so that all are. Cost: a
 * hash and a comparison of four words; no allocation.
 */
final class LineHeads {

  private static final int WORDS_BYTES = 4 * Long.BYTES;
  private static final int MIN_BYTES = WORDS_BYTES - Long.BYTES + 1;
  private static final int MAX_BYTES = 2 * WORDS_BYTES;

  private static final int BITS = 6;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final Head[] heads = new Head[1 << BITS];

  /** What a beginning says; the next line may begin otherwise in the same place. */
  static final class Head {
    private long first;
    private long second;
    private long third;
    private long fourth;
    private long fourthMask;
    private final byte[] rest = new byte[MAX_BYTES - WORDS_BYTES];
    private int length = Integer.MAX_VALUE;
    int tid;
    int comm;
    int cpu;
    int buffer;

    int length() {
      return length;
    }

    private boolean goesOn(byte[] bytes, int start) {
      return length <= WORDS_BYTES || Words.isEqual(rest, bytes, start + WORDS_BYTES, length - WORDS_BYTES);
    }
  }

  LineHeads() {
    Arrays.setAll(heads, i -> new Head());
  }

  /** The beginning of this line if it is known; null otherwise. Some bytes behind the line must be readable. */
  Head find(byte[] bytes, int start, int end) {
    long second = LittleEndian.i64(bytes, start + 8);
    long third = LittleEndian.i64(bytes, start + 16);
    long fourth = LittleEndian.i64(bytes, start + 24);
    Head head = heads[slot(second, third, fourth)];
    boolean same = LittleEndian.i64(bytes, start) == head.first && second == head.second && third == head.third
        && (fourth & head.fourthMask) == head.fourth && head.length < end - start;
    return same && head.goesOn(bytes, start) ? head : null;
  }

  /** Keeps a beginning. */
  void add(byte[] bytes, int start, int length, int tid, int comm, int cpu, int buffer) {
    if (length < MIN_BYTES || length > MAX_BYTES) {
      return;
    }
    long second = LittleEndian.i64(bytes, start + 8);
    long third = LittleEndian.i64(bytes, start + 16);
    long fourth = LittleEndian.i64(bytes, start + 24);
    Head head = heads[slot(second, third, fourth)];
    head.first = LittleEndian.i64(bytes, start);
    head.second = second;
    head.third = third;
    head.fourthMask = -1L >>> Math.max(0, WORDS_BYTES - length) * Byte.SIZE;
    head.fourth = fourth & head.fourthMask;
    System.arraycopy(bytes, start + WORDS_BYTES, head.rest, 0, Math.max(0, length - WORDS_BYTES));
    head.length = length;
    head.tid = tid;
    head.comm = comm;
    head.cpu = cpu;
    head.buffer = buffer;
  }

  private static int slot(long second, long third, long fourth) {
    long hash = ((second * FACTOR ^ third) * FACTOR ^ fourth) * FACTOR;
    return (int) (hash >>> Long.SIZE - BITS);
  }
}
