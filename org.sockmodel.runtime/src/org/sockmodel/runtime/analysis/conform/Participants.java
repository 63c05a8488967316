package org.sockmodel.runtime.analysis.conform;

import java.util.List;

/**
 * Who takes part in one of two traces that are compared.
 *
 * @param isEmpty whether the trace has no event at all
 * @param strangers names, sorted, of the threads that make calls of their own while others are compared and that the
 *     other trace does not have; calls on files that are no sockets, and sleeps, do not count
 * @param cpus on how many CPUs the compared threads run
 */
public record Participants(boolean isEmpty, List<String> strangers, int cpus) {

  /** Nobody who is not in the other trace too. */
  public static final Participants NONE = new Participants(false, List.of(), 0);
}
