package org.sockmodel.runtime.analysis.conform;

/**
 * How far two sequences agree.
 *
 * @param matched steps that both have, in the same order
 * @param missing steps that only the reference has
 * @param extra steps that only the candidate has
 */
public record Agreement(int matched, int missing, int extra) {

  /** Nothing was compared. */
  public static final Agreement NONE = new Agreement(0, 0, 0);

  /** The steps of both, a common one counted once. */
  public int steps() {
    return matched + missing + extra;
  }

  /** The share of steps in agreement, in percent; 100 if there are none. */
  public double percent() {
    return steps() == 0 ? 100 : 100.0 * matched / steps();
  }

  public boolean isFull() {
    return missing == 0 && extra == 0;
  }

  /** Both together. */
  public Agreement plus(Agreement other) {
    return new Agreement(matched + other.matched, missing + other.missing, extra + other.extra);
  }
}
