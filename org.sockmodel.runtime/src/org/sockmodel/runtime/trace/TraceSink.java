package org.sockmodel.runtime.trace;

/**
 * Takes the events of one trace, in the order of their time; events of one CPU stay in the order in which they were
 * recorded. Writers and analyses are sinks. A sink only observes: it must not schedule anything in the simulator.
 */
@FunctionalInterface
public interface TraceSink {

  /** Takes one event, which is valid only during the call. */
  void accept(TraceEvent event);

  /**
   * Is told that the tracer lost events.
   *
   * @param cpu the CPU whose buffer overflowed
   * @param count how many events were lost; 0 if the tracer does not say
   */
  default void lost(int cpu, long count) {
  }
}
