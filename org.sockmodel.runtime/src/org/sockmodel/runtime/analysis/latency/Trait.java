package org.sockmodel.runtime.analysis.latency;

/**
 * Something that slow messages have in common.
 *
 * @param value the interrupt's or CPU's number, or the task's name
 * @param slow how many of the slow messages have it
 * @param slowShare their share of the slow messages, 0 to 1
 * @param allShare the share of all messages that have it, 0 to 1
 */
public record Trait(TraitKind kind, String value, long slow, double slowShare, double allShare) {

  /** How much more frequent it is among the slow ones; negative if it is less. */
  public double excess() {
    return slowShare - allShare;
  }
}
