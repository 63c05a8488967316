package org.sockmodel.runtime.kernel.cpu;

import java.util.Arrays;

/**
 * Threads that sleep at the same place: their stacks have the same functions in the same state, and differ in a few
 * objects and numbers, some of which are in several frames. Of each such stack only these are kept, in a row.
 *
 * <pre>
 *   shape  user -> recvfrom -> udp_recvmsg -> __schedule, and which local of theirs is which value of the row
 *   row    thread, sock, wait queue entry | bytes, descriptor, state
 * </pre>
 */
final class StackShape {

  private final KernelFunction[] functions;
  private final int[] pcs;
  private final int[] locals;
  private final int referencesOfRow;
  private final int numbersOfRow;
  private Object[] references = {};
  private long[] numbers = {};
  private int[] freeRows = {};
  private int freeCount;
  private int rows;

  /** The shape of a stack with these frames, which hold these values. */
  StackShape(Frame lowest, int depth, StackValues values) {
    functions = new KernelFunction[depth];
    pcs = new int[depth];
    Frame frame = lowest;
    for (int i = 0; i < depth; i++) {
      functions[i] = frame.function;
      pcs[i] = frame.pc;
      frame = frame.above;
    }
    locals = values.locals();
    referencesOfRow = values.referenceCount();
    numbersOfRow = values.numberCount();
  }

  int depth() {
    return functions.length;
  }

  boolean fits(Frame lowest, int depth, StackValues values) {
    if (depth != functions.length || !values.hasLocals(locals)) {
      return false;
    }
    Frame frame = lowest;
    for (int i = 0; i < depth; i++) {
      if (frame.function != functions[i] || frame.pc != pcs[i]) {
        return false;
      }
      frame = frame.above;
    }
    return true;
  }

  /** Keeps a stack; the result is its row. */
  int add(StackValues values) {
    if (freeCount == 0) {
      grow();
    }
    int row = freeRows[--freeCount];
    values.copyReferences(references, row * referencesOfRow);
    values.copyNumbers(numbers, row * numbersOfRow);
    return row;
  }

  /** By an eighth, for there may be many rows. */
  private void grow() {
    int more = rows + (rows >> 3) + 8;
    references = Arrays.copyOf(references, more * referencesOfRow);
    numbers = Arrays.copyOf(numbers, more * numbersOfRow);
    freeRows = new int[more];
    while (more > rows) {
      freeRows[freeCount++] = --more;
    }
    rows = freeRows.length;
  }

  /** Fills frames with what a row holds, and frees it. */
  void restore(int row, Frame lowest) {
    Frame frame = lowest;
    for (int i = 0; i < functions.length; i++) {
      frame.function = functions[i];
      frame.pc = pcs[i];
      int at = i * StackValues.LOCALS;
      frame.self = reference(row, locals[at]);
      frame.other = reference(row, locals[at + 1]);
      frame.n = number(row, locals[at + 2]);
      frame.m = number(row, locals[at + 3]);
      frame.k = number(row, locals[at + 4]);
      frame.remainingNs = number(row, locals[at + 5]);
      frame = frame.above;
    }
    Arrays.fill(references, row * referencesOfRow, (row + 1) * referencesOfRow, null);
    freeRows[freeCount++] = row;
  }

  private Object reference(int row, int index) {
    return index == StackValues.NOTHING ? null : references[row * referencesOfRow + index];
  }

  private long number(int row, int index) {
    return index == StackValues.NOTHING ? 0 : numbers[row * numbersOfRow + index];
  }
}
