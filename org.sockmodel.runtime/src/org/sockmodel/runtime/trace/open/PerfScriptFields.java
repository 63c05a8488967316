package org.sockmodel.runtime.trace.open;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text of {@code perf script} lacks that {@code -F} left out, of what its reader cannot do without. */
final class PerfScriptFields {

  /** Subsystems whose events are read: what only looks like an event of others may be a text of any kind. */
  private static final String SUBSYSTEM =
      "(?:sched|irq|irq_vectors|ipi|timer|napi|net|sock|skb|tcp|udp|syscalls|raw_syscalls)";

  private static final Pattern LINE = Pattern.compile("^(?: *|.*?\\S +)(?<task>-?\\d+(?:/-?\\d+)? +)?"
      + "(?<cpu>\\[\\d+\\] +)?(?<time>\\d+\\.\\d+: +)?(?:\\d+ +)?(?:(?<event>" + SUBSYSTEM + ":\\w+: )"
      + "|(?<=\\.\\d{6,9}: {1,16})\\w+=)", Pattern.MULTILINE);

  private PerfScriptFields() {
  }

  /** What the text is and how to print a better one; empty if it is no perf script, or lacks nothing. */
  static String answer(String beginning) {
    Matcher line = LINE.matcher(beginning);
    List<String> missing = line.find() ? missing(line) : List.of();
    if (missing.isEmpty()) {
      return "";
    }
    String last = missing.get(missing.size() - 1);
    String others = String.join(", ", missing.subList(0, missing.size() - 1));
    return "a perf script that does not tell " + others + (others.isEmpty() ? "" : " and ") + last
        + " of each event; print it with perf script --ns -F comm,tid,cpu,time,event,trace";
  }

  private static List<String> missing(Matcher line) {
    List<String> missing = new ArrayList<>();
    add(missing, line, "task", "the task");
    add(missing, line, "cpu", "the CPU");
    add(missing, line, "time", "the time");
    add(missing, line, "event", "the name");
    return missing;
  }

  private static void add(List<String> missing, Matcher line, String group, String what) {
    if (line.group(group) == null) {
      missing.add(what);
    }
  }
}
