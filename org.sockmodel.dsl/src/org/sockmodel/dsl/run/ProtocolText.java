package org.sockmodel.dsl.run;

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
      network.byGroup().forEach((group, counts) -> {
        if (counts.keySet().stream().anyMatch(SnmpCounter::isTrouble)) {
          lines.append(line(group, counts));
        }
      });
      if (!lines.isEmpty()) {
        text.append("\nPROTOCOL COUNTERS of ").append(network.network()).append('\n').append(lines);
      }
    }
    return text.toString();
  }

  /** Broken where it is too long. */
  private static String line(SnmpCounter.Group group, Map<SnmpCounter, Long> counts) {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder(String.format("  %-9s", group.label()));
    for (Map.Entry<SnmpCounter, Long> count : counts.entrySet()) {
      String word = count.getKey().label() + " " + count.getValue();
      if (line.length() + word.length() > LINE_CHARACTERS) {
        text.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(INDENT);
      }
      line.append(word).append("  ");
    }
    return text.append(line.toString().stripTrailing()).append('\n').toString();
  }
}
