package org.sockmodel.dsl.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockmodel.runtime.report.sweep.SweepSummary;

/**
 * What came of a sweep.
 *
 * @param rows in the order of the sweep; at least one
 */
public record SweepOutcome(List<SweepAxis> axes, List<SweepRow> rows) {

  /** Whether the model expects anything. */
  boolean expects() {
    return !rows.get(0).result().judgements().isEmpty();
  }

  /** The combinations of values, in the order of the sweep. */
  List<SweepMeans> combinations() {
    Map<List<SweepAxis.Value>, List<SweepRow>> combinations = new LinkedHashMap<>();
    rows.forEach(row -> combinations.computeIfAbsent(row.point().values(), key -> new ArrayList<>()).add(row));
    return combinations.entrySet().stream().map(entry -> new SweepMeans(entry.getKey(), entry.getValue())).toList();
  }

  /**
   * What a page shows.
   *
   * @param model what was run
   */
  public SweepSummary summary(String model) {
    return new SweepSummary(model, axes.stream().map(SweepAxis::path).toList(), expects(),
        combinations().stream().map(SweepMeans::combination).toList());
  }

  /**
   * The expectations that are not met, a sentence each.
   *
   * @param file the model file as the user named it
   */
  public List<String> unmet(String file) {
    return rows.stream().flatMap(row -> row.result().judgements().stream()
        .filter(judgement -> !judgement.holds())
        .map(judgement -> file + ":" + judgement.line() + ": with " + described(row.point()) + ": "
            + judgement.text())).toList();
  }

  private static String described(SweepPoint point) {
    return Stream.concat(point.assignments().stream().map(Object::toString), Stream.of("seed " + point.seed()))
        .collect(Collectors.joining(", "));
  }
}
