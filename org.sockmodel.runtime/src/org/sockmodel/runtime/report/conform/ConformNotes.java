package org.sockmodel.runtime.report.conform;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.analysis.conform.Agreement;
import org.sockmodel.runtime.analysis.conform.Comparison;

/** What makes one doubt that two traces are of one program, in a sentence each. Text and JSON say the same. */
final class ConformNotes {

  private static final int MOST_NAMES = 4;
  private static final double HALF_PERCENT = 50;

  private final Comparison comparison;
  private final List<String> notes = new ArrayList<>();

  private ConformNotes(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The sentences; none if both seem to be of one program. */
  static List<String> of(Comparison comparison) {
    ConformNotes notes = new ConformNotes(comparison);
    if (comparison.reference().isEmpty() || comparison.candidate().isEmpty()) {
      notes.notes.add("the " + (comparison.reference().isEmpty() ? "reference" : "candidate") + " has no events");
    } else {
      notes.threads();
      notes.program();
    }
    return notes.notes;
  }

  private void threads() {
    List<String> unknown = comparison.candidate().strangers();
    if (!unknown.isEmpty()) {
      List<String> others = comparison.reference().strangers();
      notes.add("the reference has no thread %s of the candidate%s; threads are matched by name".formatted(
          names(unknown), others.isEmpty() ? "" : ", but " + names(others)));
    } else if (agreement().steps() == 0) {
      notes.add("no thread makes calls in both");
    }
  }

  private void program() {
    Agreement all = agreement();
    if (all.steps() > 0 && all.percent() < HALF_PERCENT) {
      notes.add("less than half agrees: the two seem to be of different programs");
    }
    int reference = comparison.reference().cpus();
    int candidate = comparison.candidate().cpus();
    if (!all.isFull() && reference != candidate) {
      notes.add("the compared threads run on %d of the reference's CPUs and on %d of the candidate's"
          .formatted(reference, candidate));
    }
  }

  private Agreement agreement() {
    return comparison.eventAgreement().plus(comparison.functionAgreement());
  }

  private static String names(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    return names.size() > MOST_NAMES ? first + " and " + (names.size() - MOST_NAMES) + " more" : first;
  }
}
