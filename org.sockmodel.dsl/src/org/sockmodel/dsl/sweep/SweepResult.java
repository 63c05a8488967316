package org.sockmodel.dsl.sweep;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.sockmodel.dsl.expectation.Verdict;

/**
 * What came of one run.
 *
 * @param figures the figures of the report by the names of their columns; empty where the run has none
 * @param judgements one for each expectation of the model, in its order
 */
public record SweepResult(Map<String, OptionalDouble> figures, List<Judgement> judgements) {

  /**
   * Whether an expectation is met.
   *
   * @param line of the model
   * @param text what was expected, and what came out
   */
  public record Judgement(int line, boolean holds, String text) {

    static Judgement of(Verdict verdict) {
      return new Judgement(verdict.expectation().line(), verdict.holds(), verdict.text());
    }
  }

  /** The figures of a run, and what came of its expectations. */
  public static SweepResult of(Map<String, OptionalDouble> figures, List<Verdict> verdicts) {
    return new SweepResult(figures, verdicts.stream().map(Judgement::of).toList());
  }

  /** Whether all expectations are met. */
  public boolean isAsExpected() {
    return judgements.stream().allMatch(Judgement::holds);
  }
}
