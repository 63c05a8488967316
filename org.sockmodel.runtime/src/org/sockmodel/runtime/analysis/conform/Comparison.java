package org.sockmodel.runtime.analysis.conform;

import java.util.List;

/**
 * How two traces of one program compare. Immutable.
 *
 * @param events the sequences of tracepoints
 * @param functions the sequences of functions; empty unless both traces have functions
 * @param setAside what was not compared, by rule, in the order of the rules
 * @param onlyReference tracepoints and functions that would be compared if the candidate ever showed them
 * @param onlyCandidate tracepoints and functions that would be compared if the reference ever showed them
 * @param reference who takes part in the reference
 * @param candidate who takes part in the candidate
 */
public record Comparison(List<SequenceResult> events, List<SequenceResult> functions, List<SetAside> setAside,
    List<OneSided> onlyReference, List<OneSided> onlyCandidate, Participants reference, Participants candidate) {

  /** How the order of events agrees. */
  public Agreement eventAgreement() {
    return sum(events);
  }

  /** How the order of functions agrees. */
  public Agreement functionAgreement() {
    return sum(functions);
  }

  /**
   * Whether there was something to compare, all of it agrees, and nobody acts in the candidate whom the reference does
   * not know. A reference may have other tasks: what is recorded is a whole machine.
   */
  public boolean isFull() {
    return eventAgreement().steps() > 0 && eventAgreement().isFull() && functionAgreement().isFull()
        && candidate.strangers().isEmpty();
  }

  private static Agreement sum(List<SequenceResult> results) {
    return results.stream().map(SequenceResult::agreement).reduce(Agreement.NONE, Agreement::plus);
  }
}
