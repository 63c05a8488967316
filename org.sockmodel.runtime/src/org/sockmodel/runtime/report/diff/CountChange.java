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
 */
public record CountChange(String name, long before, long messagesBefore, long after, long messagesAfter) {

  public OptionalDouble beforeEach() {
    return each(before, messagesBefore);
  }

  public OptionalDouble afterEach() {
    return each(after, messagesAfter);
  }

  /** Whether the second is more or less by more than noise. */
  public Verdict verdict() {
    if (messagesBefore == 0 || messagesAfter == 0) {
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
    return messages == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / messages);
  }
}
