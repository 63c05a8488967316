package org.sockmodel.runtime.analysis.conform;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.sockmodel.runtime.analysis.conform.align.Alignment;
import org.sockmodel.runtime.analysis.conform.rule.Rule;
import org.sockmodel.runtime.analysis.conform.step.Steps;

/** Compares the steps of two traces. Cost: that of {@link Alignment} for every sequence. */
public final class Conformance {

  private Conformance() {
  }

  /** How {@code candidate} compares with {@code reference}. */
  public static Comparison compare(Steps reference, Steps candidate) {
    Side first = new Side(reference, candidate);
    Side second = new Side(candidate, reference);
    boolean haveFunctions = !reference.functions().isEmpty() && !candidate.functions().isEmpty();
    List<SetAside> setAside = IntStream.range(0, Rule.ALL.size())
        .mapToObj(rule -> new SetAside(Rule.ALL.get(rule).name(), first.setAside(rule), second.setAside(rule)))
        .toList();
    return new Comparison(results(first, second, false), haveFunctions ? results(first, second, true) : List.of(),
        setAside, first.ofOneTrace(), second.ofOneTrace(), first.participants(), second.participants());
  }

  private static List<SequenceResult> results(Side first, Side second, boolean functions) {
    SortedMap<Side.Key, List<PlacedStep>> reference = first.sequences();
    SortedMap<Side.Key, List<PlacedStep>> candidate = second.sequences();
    SortedSet<Side.Key> keys = new TreeSet<>(reference.keySet());
    keys.addAll(candidate.keySet());
    return keys.stream()
        .filter(key -> key.isFunction() == functions)
        .map(key -> result(key, reference.getOrDefault(key, List.of()), candidate.getOrDefault(key, List.of())))
        .toList();
  }

  private static SequenceResult result(Side.Key key, List<PlacedStep> reference, List<PlacedStep> candidate) {
    Alignment alignment = Alignment.of(texts(reference), texts(candidate));
    int matched = alignment.matched();
    Agreement agreement = new Agreement(matched, reference.size() - matched, candidate.size() - matched);
    return new SequenceResult(key.thread(), key.lane(), agreement,
        new Differences(reference, candidate, alignment).all());
  }

  private static List<String> texts(List<PlacedStep> steps) {
    return steps.stream().map(PlacedStep::text).toList();
  }
}
