package org.sockmodel.tests.architecture;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The runtime's packages in rows from top to bottom: a package may use its own row and those below it. */
final class PackageRows {

  static final String RUNTIME = "org.sockmodel.runtime";

  private static final List<List<String>> ROWS = List.of(
      List.of("scenario", "record"),
      List.of("workload"),
      List.of("history"),
      List.of("report"),
      List.of("analysis"),
      List.of("analysis.state"),
      List.of("kernel.syscall"),
      List.of("kernel.tcp"),
      List.of("kernel.inet", "kernel.unix", "kernel.congestion"),
      List.of("kernel.epoll", "kernel.pipe", "kernel.sock", "kernel.families"),
      List.of("kernel.nic"),
      List.of("kernel.netdev"),
      List.of("kernel.softirq", "kernel.timer", "kernel.signal", "kernel.umh"),
      List.of("kernel.wait", "kernel.sched"),
      List.of("kernel.skb", "kernel.snmp"),
      List.of("kernel.cpu"),
      List.of("trace.open", "trace.convert"),
      List.of("trace.ahead", "trace.ctf", "trace.ftrace", "trace.perf", "trace.perfetto", "trace.pcap"),
      List.of("trace.formats"),
      List.of("trace.bytes", "trace.calls", "trace.text"),
      List.of("trace"),
      List.of("random"),
      List.of("sim"),
      List.of("model"),
      List.of("uapi"));

  private PackageRows() {
  }

  /** The packages that a row names, without the runtime's own name before them. */
  static Set<String> named() {
    return ROWS.stream().flatMap(List::stream).collect(Collectors.toSet());
  }

  /** The row of a package, counted from the top; a package without a line of its own is in its parent's row. */
  static OptionalInt row(String packageName) {
    for (String name = packageName; name.startsWith(RUNTIME + "."); name = parent(name)) {
      OptionalInt row = rowOfLine(name.substring(RUNTIME.length() + 1));
      if (row.isPresent()) {
        return row;
      }
    }
    return OptionalInt.empty();
  }

  /** Whether the first of two packages of the runtime may use the second. */
  static boolean mayUse(String user, String used) {
    return row(user).orElseThrow() <= row(used).orElseThrow();
  }

  private static OptionalInt rowOfLine(String line) {
    return IntStream.range(0, ROWS.size()).filter(row -> ROWS.get(row).contains(line)).findFirst();
  }

  private static String parent(String packageName) {
    return packageName.substring(0, packageName.lastIndexOf('.'));
  }
}
