package org.sockmodel.dsl.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.conversion.Quantity;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.parameter.Assignment;
import org.sockmodel.dsl.sockModel.Axis;
import org.sockmodel.dsl.sockModel.Distribution;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.ParameterValue;
import org.sockmodel.dsl.sockModel.Sweep;

/** The runs of a sweep: every combination of the axes' values with every seed, the first axis outermost. */
public final class SweepPlan {

  private final List<SweepAxis> axes;
  private final long[] seeds;

  private SweepPlan(List<SweepAxis> axes, long[] seeds) {
    this.axes = axes;
    this.seeds = seeds;
  }

  /**
   * What a valid model sweeps; empty if it says nothing of that.
   *
   * @param seed the one to use if the sweep names none
   */
  public static Optional<SweepPlan> of(Model model, long seed) {
    return EcoreUtil2.typeSelect(model.getElements(), Sweep.class).stream().findFirst().map(sweep -> {
      long[] seeds = sweep.getSeeds().stream().flatMapToLong(text -> seeds(text).orElse(LongStream.empty())).toArray();
      return new SweepPlan(sweep.getAxes().stream().map(SweepPlan::axis).toList(),
          seeds.length == 0 ? new long[] {seed} : seeds);
    });
  }

  /** The seeds that {@code 1..20} or {@code 7} stands for; empty if these are no whole numbers in ascending order. */
  public static Optional<LongStream> seeds(String range) {
    String[] ends = range.split("\\.\\.");
    Optional<Quantity> first = seed(ends[0]);
    Optional<Quantity> last = seed(ends[ends.length - 1]);
    return first.isEmpty() || last.isEmpty() || first.get().toLong() > last.get().toLong() ? Optional.empty()
        : Optional.of(LongStream.rangeClosed(first.get().toLong(), last.get().toLong()));
  }

  private static Optional<Quantity> seed(String text) {
    return Quantity.tryParse(text).filter(found -> found.dimension() == Dimension.NUMBER && found.isWhole());
  }

  private static SweepAxis axis(Axis axis) {
    List<SweepAxis.Value> values = axis.getValues().stream().map(value -> {
      Optional<Quantity> quantity = quantity(value);
      String text = NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(value));
      return new SweepAxis.Value(Assignment.fixed(axis.getPath(), text, value),
          quantity.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(quantity.get().toDouble()));
    }).toList();
    Set<Optional<Dimension>> dimensions = axis.getValues().stream()
        .map(value -> quantity(value).map(Quantity::dimension)).collect(Collectors.toSet());
    return new SweepAxis(axis.getPath(), dimensions.size() == 1 ? dimensions.iterator().next() : Optional.empty(),
        values);
  }

  private static Optional<Quantity> quantity(ParameterValue value) {
    Distribution distribution = value.getQuantity();
    return distribution == null || distribution.getKind() != null ? Optional.empty()
        : Expressions.quantity(distribution.getArguments().get(0));
  }

  public List<SweepAxis> axes() {
    return axes;
  }

  /** How many runs there are. */
  public long size() {
    return axes.stream().mapToLong(axis -> axis.values().size()).reduce(seeds.length, Math::multiplyExact);
  }

  /** Every combination of values; each is run with every seed. */
  public List<List<SweepAxis.Value>> combinations() {
    List<List<SweepAxis.Value>> all = List.of(List.of());
    for (SweepAxis axis : axes) {
      List<List<SweepAxis.Value>> longer = new ArrayList<>();
      for (List<SweepAxis.Value> shorter : all) {
        for (SweepAxis.Value value : axis.values()) {
          List<SweepAxis.Value> combination = new ArrayList<>(shorter);
          combination.add(value);
          longer.add(combination);
        }
      }
      all = longer;
    }
    return all;
  }

  /** The runs of one combination. */
  public List<SweepPoint> points(List<SweepAxis.Value> combination) {
    return LongStream.of(seeds).mapToObj(seed -> new SweepPoint(combination, seed)).toList();
  }
}
