package org.sockmodel.runtime.analysis.interrupts;

import java.util.Arrays;

/**
 * Counts and times of contexts by their number. Numbers beyond {@link #MAX} of a damaged trace share the last place.
 */
final class ContextCounts {

  static final int MAX = 1 << 16;

  private long[] counts = new long[16];
  private long[] timesNs = new long[16];
  private long[] raised = new long[16];
  private long[] packets = new long[16];
  private int[] names = new int[16];

  void entered(int number, int name) {
    int place = place(number);
    counts[place]++;
    names[place] = name;
  }

  void left(int number, long busyNs) {
    int place = place(number);
    timesNs[place] += busyNs;
  }

  void raised(int number) {
    int place = place(number);
    raised[place]++;
  }

  void packets(int number, long more) {
    int place = place(number);
    packets[place] += more;
  }

  int size() {
    return counts.length;
  }

  long count(int number) {
    return number < counts.length ? counts[number] : 0;
  }

  long timeNs(int number) {
    return timesNs[number];
  }

  long raisedCount(int number) {
    return raised[number];
  }

  long packetCount(int number) {
    return packets[number];
  }

  int name(int number) {
    return names[number];
  }

  private int place(int number) {
    int place = number < 0 ? 0 : Math.min(number, MAX - 1);
    if (place >= counts.length) {
      int size = Math.min(MAX, Math.max(place + 1, counts.length * 2));
      counts = Arrays.copyOf(counts, size);
      timesNs = Arrays.copyOf(timesNs, size);
      raised = Arrays.copyOf(raised, size);
      packets = Arrays.copyOf(packets, size);
      names = Arrays.copyOf(names, size);
    }
    return place;
  }
}
