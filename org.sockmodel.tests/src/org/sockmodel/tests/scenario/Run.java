package org.sockmodel.tests.scenario;

import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.scenario.SimulationResult;
import org.sockmodel.tests.trace.EventLog;

/** A finished run and its events as {@link EventLog} writes them. */
record Run(SimulationResult result, List<String> events) {

  private static final int CPU_WORD = 1;
  private static final int NAME_WORD = 3;

  static Run of(ModelDeclaration model, long seed) {
    return of(model, seed, false);
  }

  static Run of(ModelDeclaration model, long seed, boolean functions) {
    EventLog log = new EventLog();
    SimulationResult result = new Simulation(model, seed, functions).run(log);
    return new Run(result, log.lines());
  }

  /** The tracepoint of an event. */
  static String name(String event) {
    return event.split(" ")[NAME_WORD];
  }

  /** The names of the events on one CPU, in order, the tracer's statements at the beginning left out. */
  List<String> names(int cpu) {
    return events.stream()
        .filter(event -> event.split(" ")[CPU_WORD].equals("[" + cpu + "]"))
        .map(Run::name)
        .filter(name -> !name.startsWith("lttng_statedump"))
        .toList();
  }

  long count(String tracepoint) {
    return events.stream().filter(event -> name(event).equals(tracepoint)).count();
  }

  /** A counter of UDP in the namespace that the machine boots with; 0 for one that is not simulated. */
  static long udp(SimulationResult result, String name) {
    return result.protocols().get(0).counts().entrySet().stream()
        .filter(count -> count.getKey().group() == SnmpCounter.Group.UDP && count.getKey().label().equals(name))
        .mapToLong(Map.Entry::getValue).sum();
  }
}
