package org.sockmodel.tests.kernel.tcp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * What happened in each task and context ({@code task}, {@code SOFTIRQ}, {@code HARDIRQ}), in order: the notation of
 * the recordings' SEQUENCES.txt with the lines of one context joined. What the recording's harness did, and what only
 * says how two CPUs interleaved, is left out of both sides.
 */
final class ContextTokens {

  /** Events of the harness, of tracepoints that the simulator lacks, and of where a wake-up went by. */
  private static final Pattern LEFT_OUT = Pattern.compile("sched_.*|tcp_(cong|receive_reset|send_reset).*"
      + "|inet_sk_.*|\\[ipi->cpu. generic.*|\\[wak.*ksoftirqd.*|sys_close.*|\\[call_function.*|\\[reschedule.*"
      + "|.*TIMER\\]|\\[wak(ing|eup) snd .*|\\[switch snd\\(.\\)->swapper.*|\\[switch swapper/.\\(R\\)->snd\\]");

  private final Map<String, StringJoiner> contexts = new LinkedHashMap<>();

  /**
   * @param task the task's name; all of a CPU's own threads count as its idle task, which is where they come in
   * @param context task, SOFTIRQ or HARDIRQ
   */
  void add(String task, String context, String token) {
    if (!LEFT_OUT.matcher(token).matches() && !task.startsWith("migration")) {
      String who = task.startsWith("ksoftirqd") || task.startsWith("swapper") ? "<idle>" : task;
      contexts.computeIfAbsent(who + " " + context, key -> new StringJoiner(" > ")).add(token);
    }
  }

  /** Forgets what has happened so far. */
  void clear() {
    contexts.clear();
  }

  /** A line for each task and context. */
  String text() {
    StringBuilder text = new StringBuilder();
    contexts.keySet().stream().sorted()
        .forEach(key -> text.append(key).append(": ").append(contexts.get(key)).append('\n'));
    return text.toString();
  }
}
