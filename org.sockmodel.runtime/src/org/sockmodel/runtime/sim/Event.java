package org.sockmodel.runtime.sim;

/**
 * What happens when a scheduled time has come. Components implement this once and are told by {@code argument} which of
 * their events it is, so that scheduling allocates nothing.
 */
@FunctionalInterface
public interface Event {

  /** Runs at the scheduled time, which is {@link Simulator#nowNs()}. */
  void fire(int argument);
}
