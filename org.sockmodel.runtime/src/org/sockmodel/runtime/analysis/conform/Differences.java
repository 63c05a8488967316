package org.sockmodel.runtime.analysis.conform;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.analysis.conform.align.Alignment;

/** Gathers what follows each other between common steps into one difference. */
final class Differences {

  /** How many common steps stand before and after a difference. */
  private static final int CONTEXT_STEPS = 2;

  private final List<PlacedStep> reference;
  private final List<PlacedStep> candidate;
  private final Alignment alignment;

  Differences(List<PlacedStep> reference, List<PlacedStep> candidate, Alignment alignment) {
    this.reference = reference;
    this.candidate = candidate;
    this.alignment = alignment;
  }

  List<Difference> all() {
    List<Difference> all = new ArrayList<>();
    int first = 0;
    int second = 0;
    while (first < reference.size() || second < candidate.size()) {
      int firstEnd = first;
      while (firstEnd < reference.size() && !alignment.isFirstMatched(firstEnd)) {
        firstEnd++;
      }
      int secondEnd = second;
      while (secondEnd < candidate.size() && !alignment.isSecondMatched(secondEnd)) {
        secondEnd++;
      }
      if (firstEnd > first || secondEnd > second) {
        all.add(new Difference(before(first), List.copyOf(reference.subList(first, firstEnd)),
            List.copyOf(candidate.subList(second, secondEnd)), after(firstEnd)));
      }
      first = firstEnd + 1;
      second = secondEnd + 1;
    }
    return all;
  }

  private List<PlacedStep> before(int end) {
    return List.copyOf(reference.subList(Math.max(0, end - CONTEXT_STEPS), end));
  }

  private List<PlacedStep> after(int begin) {
    int end = begin;
    while (end < reference.size() && end - begin < CONTEXT_STEPS && alignment.isFirstMatched(end)) {
      end++;
    }
    return List.copyOf(reference.subList(begin, end));
  }
}
