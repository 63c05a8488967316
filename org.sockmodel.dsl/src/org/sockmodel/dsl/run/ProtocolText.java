package org.sockmodel.dsl.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.scenario.ProtocolCounters;

/**
 * What a person reads of {@code /proc/net/snmp} and {@code /proc/net/netstat} at the end of a run: the protocols to
 * which something has happened that costs packets or time, with all they count.
 */
final class ProtocolText {

  private static final int LINE_CHARACTERS = 110;
  private static final String INDENT = " ".repeat(11);

  private ProtocolText() {
  }

  /** A line for each protocol that has something to tell; nothing if none has. */
  static String of(List<ProtocolCounters> networks) {
    StringBuilder text = new StringBuilder();
    for (ProtocolCounters network : networks) {
      StringBuilder lines = new StringBuilder();
      for (SnmpCounter.Group group : SnmpCounter.Group.values()) {
        List<String> words = words(network, group);
        if (hasToTell(network, group)) {
          lines.append(wrapped(group.label(), words));
        }
      }
      if (!lines.isEmpty()) {
        text.append("\nPROTOCOL COUNTERS of ").append(network.network()).append('\n').append(lines);
      }
    }
    return text.toString();
  }

  private static boolean hasToTell(ProtocolCounters network, SnmpCounter.Group group) {
    return network.counts().keySet().stream().anyMatch(counter -> counter.group() == group && counter.isTrouble());
  }

  private static List<String> words(ProtocolCounters network, SnmpCounter.Group group) {
    List<String> words = new ArrayList<>();
    for (Map.Entry<SnmpCounter, Long> count : network.counts().entrySet()) {
      if (count.getKey().group() == group) {
        words.add(count.getKey().label() + " " + count.getValue());
      }
    }
    return words;
  }

  private static String wrapped(String label, List<String> words) {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder(String.format("  %-9s", label));
    for (String word : words) {
      if (line.length() + word.length() > LINE_CHARACTERS) {
        text.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(INDENT);
      }
      line.append(word).append("  ");
    }
    return text.append(line.toString().stripTrailing()).append('\n').toString();
  }
}
