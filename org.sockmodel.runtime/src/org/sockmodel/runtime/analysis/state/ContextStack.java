package org.sockmodel.runtime.analysis.state;

/**
 * The interrupt contexts that a CPU is nested in, innermost on top. Cost: a few array accesses; no allocation.
 *
 * <p>Missing events do not confuse it for long: an exit without an entry is ignored, an exit of an outer context also
 * leaves the inner ones, and what is deeper than {@link #MAX_DEPTH} is not followed.
 */
public final class ContextStack {

  /** Deeper nesting does not occur: one softirq, and a hard interrupt of each kind on top. */
  public static final int MAX_DEPTH = 16;

  private final ContextKind[] kinds = new ContextKind[MAX_DEPTH];
  private final int[] numbers = new int[MAX_DEPTH];
  private final int[] names = new int[MAX_DEPTH];
  private final long[] startNs = new long[MAX_DEPTH];
  private final long[] innerNs = new long[MAX_DEPTH];
  private int depth;

  public int depth() {
    return depth;
  }

  /** Kind of the innermost context, or null in task context. */
  public ContextKind kind() {
    return depth == 0 ? null : kinds[depth - 1];
  }

  /** Number of the innermost context: irq or vector. */
  public int number() {
    return depth == 0 ? -1 : numbers[depth - 1];
  }

  /** Name of the innermost context, an id in the trace's names. */
  public int name() {
    return depth == 0 ? 0 : names[depth - 1];
  }

  /** When the innermost context was entered. */
  public long startNs() {
    return startNs[depth - 1];
  }

  /** Whether the innermost context is this softirq's action. */
  public boolean inSoftirq(int vec) {
    return depth > 0 && kinds[depth - 1] == ContextKind.SOFTIRQ && numbers[depth - 1] == vec;
  }

  void push(ContextKind kind, int number, int name, long timeNs) {
    if (depth == MAX_DEPTH) {
      return;
    }
    kinds[depth] = kind;
    numbers[depth] = number;
    names[depth] = name;
    startNs[depth] = timeNs;
    innerNs[depth] = 0;
    depth++;
  }

  /** Level of the innermost such context, counted from 1; 0 if there is none. */
  int levelOf(ContextKind kind, int number) {
    for (int level = depth; level > 0; level--) {
      if (kinds[level - 1] == kind && numbers[level - 1] == number) {
        return level;
      }
    }
    return 0;
  }

  /** Leaves everything that is nested deeper than {@code level}. */
  void cutTo(int level) {
    depth = level;
  }

  /**
   * Leaves the innermost context.
   *
   * @return how long it was busy itself, without what was nested in it; 0 where times run backwards
   */
  long pop(long timeNs) {
    depth--;
    long elapsedNs = Math.max(0, timeNs - startNs[depth]);
    if (depth > 0) {
      innerNs[depth - 1] += elapsedNs;
    }
    return Math.max(0, elapsedNs - innerNs[depth]);
  }
}
