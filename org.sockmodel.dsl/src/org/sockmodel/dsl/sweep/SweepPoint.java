package org.sockmodel.dsl.sweep;

import java.util.List;
import org.sockmodel.dsl.parameter.Assignment;

/**
 * One run of a sweep.
 *
 * @param values one of each axis, in the order of the axes
 */
public record SweepPoint(List<SweepAxis.Value> values, long seed) {

  /** What the run changes in the model. */
  public List<Assignment> assignments() {
    return values.stream().map(SweepAxis.Value::assignment).toList();
  }
}
