package org.sockmodel.tests.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * When the datagrams of a recording came to their socket, which of them found room there, and when the reader wanted
 * and had each. 6.12 says of each datagram when it was queued; 6.1 says so only of those that were dropped, and of the
 * others that they were between those, or the ends of the list that was handed up, in which they are put evenly here.
 * Times are in nanoseconds.
 */
final class RecordedReading {

  private static final Pattern EVENT = Pattern.compile("^(\\d+) .*? (?:netif_receive_skb .*skbaddr=(?<packet>\\S+) .*"
      + "|kfree_skb skbaddr=(?<full>\\S+) .*RCVBUFF.*|(?<queued>sk_data_ready) .*"
      + "|(?<end>napi_gro_receive_entry|napi_poll) .*|(?<call>sys_enter_recvfrom) .*|(?<ret>sys_exit_recvfrom) .*)");

  private final List<String> pending = new ArrayList<>();
  private final List<Long> comeNs = new ArrayList<>();
  private final List<Long> queuedNs = new ArrayList<>();
  private final List<Long> callsNs = new ArrayList<>();
  private final List<Long> returnsNs = new ArrayList<>();
  private long knownNs;

  /** The recording begins while the reader sleeps in its first call. */
  RecordedReading(List<String> events) {
    callsNs.add(0L);
    for (String event : events) {
      Matcher matcher = EVENT.matcher(event);
      if (matcher.matches()) {
        accept(Long.parseLong(matcher.group(1)), matcher);
      }
    }
  }

  private void accept(long ns, Matcher event) {
    if (event.group("packet") != null) {
      pending.add(event.group("packet"));
      knownNs = ns;
    } else if (event.group("full") != null) {
      queueBetween(pending.indexOf(event.group("full")), ns);
      come(ns);
    } else if (event.group("queued") != null) {
      queuedNs.add(ns);
      come(ns);
    } else if (event.group("end") != null) {
      queueBetween(pending.size(), ns);
    } else if (event.group("call") != null) {
      callsNs.add(ns);
    } else {
      returnsNs.add(ns);
    }
  }

  private void queueBetween(int packets, long endNs) {
    for (int left = packets; left > 0; left--) {
      long ns = knownNs + (endNs - knownNs) / (left + 1);
      queuedNs.add(ns);
      come(ns);
    }
  }

  private void come(long ns) {
    pending.remove(0);
    comeNs.add(ns);
    knownNs = ns;
  }

  /** From one datagram to the next, those without room included. */
  long[] gapsNs() {
    return IntStream.range(1, comeNs.size()).mapToLong(i -> comeNs.get(i) - comeNs.get(i - 1)).toArray();
  }

  /** From when there is a datagram, and the reader wants it, to when it has it. */
  long[] readNs() {
    return IntStream.range(0, returnsNs.size())
        .mapToLong(i -> returnsNs.get(i) - Math.max(callsNs.get(i), queuedNs.get(i))).toArray();
  }

  /** From when the reader has a datagram to when it wants the next one. */
  long[] usedNs() {
    return IntStream.range(0, returnsNs.size()).mapToLong(i -> callsNs.get(i + 1) - returnsNs.get(i)).toArray();
  }
}
