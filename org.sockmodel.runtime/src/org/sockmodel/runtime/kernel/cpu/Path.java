package org.sockmodel.runtime.kernel.cpu;

/**
 * A stretch of kernel code without a decision: the functions entered one after the other, and how long it takes.
 * Immutable; comes from a {@link PathProfile}.
 */
public final class Path {

  final int[] symbols;
  final int[] parents;
  final long[] costsNs;
  final long totalNs;

  /**
   * @param symbols functions in the order in which they are entered, ids in the trace's names
   * @param parents the caller of each, likewise
   * @param totalNs how long the whole stretch takes, spread evenly over its functions
   */
  Path(int[] symbols, int[] parents, long totalNs) {
    this.symbols = symbols;
    this.parents = parents;
    this.totalNs = totalNs;
    costsNs = new long[symbols.length];
    long before = 0;
    for (int i = 0; i < symbols.length; i++) {
      long upTo = totalNs * (i + 1) / symbols.length;
      costsNs[i] = upTo - before;
      before = upTo;
    }
  }

  /** How long the stretch takes, in ns. */
  public long totalNs() {
    return totalNs;
  }
}
