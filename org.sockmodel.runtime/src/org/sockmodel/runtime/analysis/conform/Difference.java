package org.sockmodel.runtime.analysis.conform;

import java.util.List;

/**
 * A place where two sequences differ.
 *
 * @param before the last common steps before it
 * @param missing what only the reference has here
 * @param extra what only the candidate has here
 * @param after the first common steps after it
 */
public record Difference(List<PlacedStep> before, List<PlacedStep> missing, List<PlacedStep> extra,
    List<PlacedStep> after) {

  /** The first step that differs. */
  public PlacedStep first() {
    return missing.isEmpty() ? extra.get(0) : missing.get(0);
  }
}
