package org.sockmodel.runtime.report.sweep;

import java.util.List;

/**
 * A sweep.
 *
 * @param model what was run
 * @param axes paths of the parameters that were varied
 * @param expects whether the model expects anything of a run
 * @param combinations in the order of the sweep
 */
public record SweepSummary(String model, List<String> axes, boolean expects,
    List<SweepCombination> combinations) {

  /** How many runs there were. */
  public long runs() {
    return combinations.stream().mapToLong(SweepCombination::runs).sum();
  }

  /** In how many of them everything was as the model expects. */
  public long asExpected() {
    return combinations.stream().mapToLong(SweepCombination::asExpected).sum();
  }

  /** The values of a parameter, as they are written, in the order of the sweep. */
  public List<String> values(int axis) {
    return combinations.stream().map(combination -> combination.values().get(axis)).distinct().toList();
  }
}
