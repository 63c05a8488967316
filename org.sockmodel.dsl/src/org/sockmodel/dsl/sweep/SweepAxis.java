package org.sockmodel.dsl.sweep;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.conversion.Unit;
import org.sockmodel.dsl.parameter.Assignment;

/**
 * A parameter that a sweep varies.
 *
 * @param dimension what all its values measure; empty if they are names or distributions
 */
public record SweepAxis(String path, Optional<Dimension> dimension, List<Value> values) {

  /**
   * One value.
   *
   * @param number in the dimension's first unit, if it is a quantity
   */
  public record Value(Assignment assignment, OptionalDouble number) {
  }

  /** The name of the column with its values: the path, and the unit of the numbers. */
  public String column() {
    String unit = unit();
    return unit.isEmpty() ? path : path + " [" + unit + "]";
  }

  /** The unit of the numbers; empty for plain numbers and for what is no number. */
  public String unit() {
    return dimension.map(found -> Unit.of(found).get(0).symbol()).orElse("");
  }
}
