package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * When the datagrams of a recording came to their socket, which of them found room there, and when the reader wanted
 * and had each. 6.12 says of each datagram when it was queued. 6.1 hands up lists, and says so only of those that were
 * dropped; of the others it is known that they were queued within their list, that one for which the reader was woken
 * was queued just then, and one that it had without sleeping by the time of its call. Between these they are put
 * evenly. Times are in nanoseconds.
 */
final class RecordedReading {

  private static final Pattern EVENT = Pattern.compile("^(\\d+) .*? (?:netif_receive_skb .*skbaddr=(?<packet>\\S+) .*"
      + "|kfree_skb skbaddr=(?<full>\\S+) .*RCVBUFF.*|(?<queued>sk_data_ready) .*|(?<waking>sched_waking) comm=rdr0 .*"
      + "|(?<end>napi_gro_receive_entry|napi_poll) .*|(?<call>sys_enter_recvfrom) .*|(?<ret>sys_exit_recvfrom) .*)");

  private final List<String> pending = new ArrayList<>();
  private final List<Long> comeNs = new ArrayList<>();
  private final List<Long> queuedNs = new ArrayList<>();
  private final List<Long> callsNs = new ArrayList<>();
  private final List<Long> returnsNs = new ArrayList<>();
  private final boolean inLists;
  private long knownNs;

  /** The recording begins while the reader sleeps in its first call. */
  RecordedReading(List<String> events) {
    inLists = events.stream().noneMatch(event -> event.contains(" sk_data_ready "));
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
    } else if (event.group("waking") != null) {
      woken(ns);
    } else if (event.group("end") != null) {
      queueBetween(pending.size(), ns);
    } else if (event.group("call") != null) {
      callsNs.add(ns);
    } else {
      returned(ns);
    }
  }

  /** A reader that sleeps has had all but the one for which it is woken. */
  private void woken(long ns) {
    int before = returnsNs.size() - queuedNs.size();
    if (inLists && before >= 0 && before < pending.size()) {
      queueBetween(before, ns);
      queuedNs.add(ns);
      come(ns);
    }
  }

  private void returned(long ns) {
    int unknown = Math.min(returnsNs.size() + 1 - queuedNs.size(), pending.size());
    if (inLists && unknown > 0) {
      queueBetween(unknown, Math.max(knownNs, callsNs.get(callsNs.size() - 1)));
    }
    returnsNs.add(ns);
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

  /** Those read and those for which there was no room: how many of them are which depends on the reader. */
  static long datagrams(Function<String, Long> udp) {
    assertEquals(udp.apply("InErrors"), udp.apply("RcvbufErrors"), "no other errors");
    return udp.apply("InDatagrams") + udp.apply("RcvbufErrors");
  }

  /** When each datagram came to its socket, those without room included. */
  List<Long> comeNs() {
    return comeNs;
  }

  /** When the reader had each that it read. */
  List<Long> returnsNs() {
    return returnsNs;
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
