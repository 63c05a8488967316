package org.sockmodel.runtime.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockmodel.runtime.analysis.state.CallKind;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.Tracepoints;

/** The events of this kernel that analyses know, by their systems: {@code irq} has {@code softirq_entry}, ... */
final class WantedEvents {

  private static final String FOLDER = "events/";

  private final Tracefs tracefs;
  private final Map<String, List<String>> bySystem = new TreeMap<>();

  /** Looks which of the wanted events this kernel has. */
  WantedEvents(Tracefs tracefs) throws IOException {
    this.tracefs = tracefs;
    Set<String> wanted = names();
    for (Path system : children(tracefs.path(FOLDER))) {
      List<String> events = Files.isDirectory(system) ? children(system).stream()
          .map(event -> event.getFileName().toString()).filter(wanted::contains).toList() : List.of();
      // The tracer's own, such as function, are no events that can be enabled.
      if (!events.isEmpty() && !system.endsWith("ftrace")) {
        bySystem.put(system.getFileName().toString(), events);
      }
    }
  }

  /** Names of all that are wanted, of which a kernel has some. */
  static Set<String> names() {
    Set<String> names = Tracepoints.ALL.stream().map(Tracepoint::name).collect(Collectors.toSet());
    for (String call : CallKind.symbols()) {
      names.add(Syscall.ENTER_PREFIX + call);
      names.add(Syscall.EXIT_PREFIX + call);
    }
    return names;
  }

  int count() {
    return bySystem.values().stream().mapToInt(List::size).sum();
  }

  /** Switches them on in an instance. */
  void enable(TracefsInstance instance) throws IOException {
    for (Map.Entry<String, List<String>> system : bySystem.entrySet()) {
      for (String event : system.getValue()) {
        instance.set(FOLDER + system.getKey() + "/" + event + "/enable", "1");
      }
    }
  }

  /** What tracefs says of their layouts. */
  Map<String, List<byte[]>> formats() throws IOException {
    Map<String, List<byte[]>> formats = new TreeMap<>();
    for (Map.Entry<String, List<String>> system : bySystem.entrySet()) {
      List<byte[]> texts = new ArrayList<>();
      for (String event : system.getValue()) {
        texts.add(tracefs.read(FOLDER + system.getKey() + "/" + event + "/format"));
      }
      formats.put(system.getKey(), texts);
    }
    return formats;
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.sorted().toList();
    }
  }
}
