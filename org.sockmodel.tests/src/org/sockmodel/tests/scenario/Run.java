package org.sockmodel.tests.scenario;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.scenario.SimulationResult;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.TraceEvent;

/** A finished run and its events as text: {@code [cpu] comm time: tracepoint field=value ...}. */
record Run(SimulationResult result, List<String> events) {

  static Run of(ModelDeclaration model, long seed) {
    return of(model, seed, false);
  }

  static Run of(ModelDeclaration model, long seed, boolean functions) {
    List<String> events = new ArrayList<>();
    SimulationResult result = new Simulation(model, seed, functions).run(event -> events.add(render(event)));
    return new Run(result, events);
  }

  /** The names of the events on one CPU, in order, the tracer's statements at the beginning left out. */
  List<String> names(int cpu) {
    String prefix = "[" + cpu + "] ";
    return events.stream()
        .filter(event -> event.startsWith(prefix) && !event.contains("lttng_statedump"))
        .map(event -> event.split(": ")[1].split(" ")[0])
        .toList();
  }

  long count(String tracepoint) {
    return events.stream().filter(event -> event.contains(": " + tracepoint + " ")).count();
  }

  private static String render(TraceEvent event) {
    StringBuilder text = new StringBuilder();
    text.append('[').append(event.cpu()).append("] ").append(event.names().text(event.comm())).append(' ')
        .append(event.timeNs()).append(": ").append(event.tracepoint().name()).append(' ');
    List<Field> fields = event.tracepoint().fields();
    for (int i = 0; i < fields.size(); i++) {
      Object value = fields.get(i).kind().isText() ? event.text(i) : event.value(i);
      text.append(fields.get(i).name()).append('=').append(value).append(' ');
    }
    return text.toString();
  }
}
