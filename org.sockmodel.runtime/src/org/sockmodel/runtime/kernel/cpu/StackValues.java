package org.sockmodel.runtime.kernel.cpu;

import java.util.Arrays;

/**
 * What the frames of one stack hold: every value once, and for each local which of them it is. Used again for the next
 * stack.
 */
final class StackValues {

  /** What {@link #locals} has for one that is null or 0. */
  static final int NOTHING = -1;
  /** References and numbers of a frame. */
  static final int LOCALS = 6;

  private int[] locals = new int[8 * LOCALS];
  private int localCount;
  private Object[] references = new Object[16];
  private int referenceCount;
  private long[] numbers = new long[16];
  private int numberCount;

  /** Reads the frames from the lowest to {@code top}. */
  void read(Frame lowest, Frame top) {
    localCount = 0;
    referenceCount = 0;
    numberCount = 0;
    Frame frame = lowest;
    read(frame);
    while (frame != top) {
      frame = frame.above;
      read(frame);
    }
  }

  private void read(Frame frame) {
    if (localCount + LOCALS > locals.length) {
      locals = Arrays.copyOf(locals, 2 * locals.length);
      references = Arrays.copyOf(references, locals.length);
      numbers = Arrays.copyOf(numbers, locals.length);
    }
    locals[localCount++] = indexOf(frame.self);
    locals[localCount++] = indexOf(frame.other);
    locals[localCount++] = indexOf(frame.n);
    locals[localCount++] = indexOf(frame.m);
    locals[localCount++] = indexOf(frame.k);
    locals[localCount++] = indexOf(frame.remainingNs);
  }

  private int indexOf(Object value) {
    if (value == null) {
      return NOTHING;
    }
    int index = 0;
    while (index < referenceCount && references[index] != value) {
      index++;
    }
    references[index] = value;
    referenceCount = Math.max(referenceCount, index + 1);
    return index;
  }

  private int indexOf(long value) {
    if (value == 0) {
      return NOTHING;
    }
    int index = 0;
    while (index < numberCount && numbers[index] != value) {
      index++;
    }
    numbers[index] = value;
    numberCount = Math.max(numberCount, index + 1);
    return index;
  }

  /** For each local of each frame, from the lowest on, the index of its value. */
  int[] locals() {
    return Arrays.copyOf(locals, localCount);
  }

  boolean hasLocals(int[] others) {
    return Arrays.equals(locals, 0, localCount, others, 0, others.length);
  }

  int referenceCount() {
    return referenceCount;
  }

  int numberCount() {
    return numberCount;
  }

  void copyReferences(Object[] to, int at) {
    System.arraycopy(references, 0, to, at, referenceCount);
  }

  void copyNumbers(long[] to, int at) {
    System.arraycopy(numbers, 0, to, at, numberCount);
  }
}
