package org.sockmodel.runtime.analysis.latency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the slowest messages. A message that is not among them costs one comparison. */
final class WorstMessages {

  private static final Comparator<SlowMessage> SLOWEST_FIRST =
      Comparator.comparingLong(SlowMessage::totalNs).reversed().thenComparingLong(SlowMessage::returnNs);

  private final int most;
  private final PriorityQueue<SlowMessage> messages = new PriorityQueue<>(SLOWEST_FIRST.reversed());
  private long leastNs = -1;

  WorstMessages(int most) {
    this.most = most;
  }

  /** Whether a message that took so long is among the slowest so far. */
  boolean takes(long totalNs) {
    return totalNs > leastNs;
  }

  void add(SlowMessage message) {
    messages.add(message);
    if (messages.size() > most) {
      messages.remove();
    }
    leastNs = messages.size() < most ? -1 : messages.element().totalNs();
  }

  List<SlowMessage> slowestFirst() {
    List<SlowMessage> sorted = new ArrayList<>(messages);
    sorted.sort(SLOWEST_FIRST);
    return sorted;
  }
}
