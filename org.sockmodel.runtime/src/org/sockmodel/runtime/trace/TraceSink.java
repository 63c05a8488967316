package org.sockmodel.runtime.trace;

/**
 * Takes the events of one trace, in the order of their time; events of one CPU stay in the order in which they were
 * recorded. Writers and analyses are sinks. A sink only observes: it must not schedule anything in the simulator.
 */
@FunctionalInterface
public interface TraceSink {

  /** The bits of every field. */
  int ALL_FIELDS = -1;

  /**
   * Which fields of a tracepoint this sink looks at, a bit for each. A reader asks before it delivers the first event
   * of the tracepoint, and may leave anything in the other fields: what nobody looks at need not be decoded.
   */
  default int fields(Tracepoint tracepoint) {
    return ALL_FIELDS;
  }

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

  /**
   * Does what the sink has left for later, if any. May be called at any time by another thread than the one that
   * delivers events, which goes on doing so: by one that would wait otherwise. The sink does in the end what nobody
   * else has done.
   */
  default void catchUp() {
  }
}
