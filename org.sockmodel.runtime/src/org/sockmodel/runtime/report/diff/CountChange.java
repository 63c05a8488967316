package org.sockmodel.runtime.report.diff;

import java.util.OptionalDouble;
import org.sockmodel.runtime.analysis.distribution.Percentile;

/**
 * A count per message in both reports.
 *
 * <p>Noise: counts are taken for those of rare, independent events, whose variance is the count itself. That is more
 * than counts vary that belong to every message, so that a small change of these is called noise rather than not.
 *
 * @param name the stable name
 * @param before in the first, or {@link #UNKNOWN}
 * @param after in the second, or {@link #UNKNOWN}
 */
public record CountChange(String name, long before, long messagesBefore, long after, long messagesAfter) {

  /** The count of a report whose trace holds no such events. */
  public static final long UNKNOWN = -1;

  public OptionalDouble beforeEach() {
    return each(before, messagesBefore);
  }

  public OptionalDouble afterEach() {
    return each(after, messagesAfter);
  }

  /** Whether the second is more or less by more than noise. */
  public Verdict verdict() {
    if (beforeEach().isEmpty() || afterEach().isEmpty()) {
      return Verdict.MISSING;
    }
    double change = (double) after / messagesAfter - (double) before / messagesBefore;
    double variance = (double) before / messagesBefore / messagesBefore
        + (double) after / messagesAfter / messagesAfter;
    if (Math.abs(change) <= Percentile.DEVIATIONS * Math.sqrt(variance)) {
      return Verdict.SAME;
    }
    return change > 0 ? Verdict.MORE : Verdict.LESS;
  }

  private static OptionalDouble each(long count, long messages) {
    return messages == 0 || count == UNKNOWN ? OptionalDouble.empty() : OptionalDouble.of((double) count / messages);
  }
}
