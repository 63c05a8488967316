package org.sockmodel.runtime.report.diff;

/** What a change amounts to. */
public enum Verdict {
  /** The second is less, by more than noise. */
  LESS("less"),
  /** The second is more, by more than noise. */
  MORE("more"),
  /** They do not differ by more than noise. */
  SAME("same"),
  /** One of the two has nothing to compare. */
  MISSING("missing");

  private final String symbol;

  Verdict(String symbol) {
    this.symbol = symbol;
  }

  /** The stable name. */
  public String symbol() {
    return symbol;
  }

  public boolean isMoreThanNoise() {
    return this == LESS || this == MORE;
  }
}
