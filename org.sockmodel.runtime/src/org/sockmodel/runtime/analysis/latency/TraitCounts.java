package org.sockmodel.runtime.analysis.latency;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.sockmodel.runtime.analysis.distribution.KeyCounts;

/** How many messages of each bin have which value of one kind of trait. */
final class TraitCounts {

  private static final int MOST_KEYS = 1 << 17;

  private final TraitKind kind;
  private final IntFunction<String> text;
  private final KeyCounts counts = new KeyCounts(MOST_KEYS);

  /**
   * Counts of one kind.
   *
   * @param text a value for people; empty if it stands for none
   */
  TraitCounts(TraitKind kind, IntFunction<String> text) {
    this.kind = kind;
    this.text = text;
  }

  void add(int bin, int value) {
    counts.add((long) bin << Integer.SIZE | value & 0xffffffffL);
  }

  /** The traits of the messages from a bin on, of which there are {@code slow}, among {@code all} messages. */
  Stream<Trait> traits(int fromBin, long slow, long all) {
    Map<Integer, long[]> byValue = new HashMap<>();
    for (KeyCounts.Entry entry : counts.entries()) {
      long[] sums = byValue.computeIfAbsent((int) entry.key(), any -> new long[2]);
      sums[0] += entry.key() >>> Integer.SIZE >= fromBin ? entry.count() : 0;
      sums[1] += entry.count();
    }
    return byValue.entrySet().stream().filter(entry -> entry.getValue()[0] > 0)
        .map(entry -> new Trait(kind, text.apply(entry.getKey()), entry.getValue()[0],
            (double) entry.getValue()[0] / slow, (double) entry.getValue()[1] / all))
        .filter(trait -> !trait.value().isEmpty());
  }

  /** The value that all messages from a bin on have; -1 if they have several or there are none. */
  int only(int fromBin) {
    int[] values = counts.entries().stream().filter(entry -> entry.key() >>> Integer.SIZE >= fromBin)
        .mapToInt(entry -> (int) entry.key()).distinct().toArray();
    return values.length == 1 ? values[0] : -1;
  }

  /** The latencies of messages by the text of their value, those of most messages first. */
  List<ReaderLatency> latencies() {
    Map<String, SortedMap<Integer, Long>> byText = new HashMap<>();
    for (KeyCounts.Entry entry : counts.entries()) {
      byText.computeIfAbsent(text.apply((int) entry.key()), any -> new TreeMap<>())
          .merge((int) (entry.key() >>> Integer.SIZE), entry.count(), Long::sum);
    }
    return byText.entrySet().stream().map(entry -> latency(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(ReaderLatency::messages).reversed().thenComparing(ReaderLatency::name))
        .toList();
  }

  private static ReaderLatency latency(String name, SortedMap<Integer, Long> bins) {
    long messages = bins.values().stream().mapToLong(Long::longValue).sum();
    return new ReaderLatency(name, messages, atNs(bins, messages / 2), atNs(bins, messages * 99 / 100));
  }

  /** The latency of the message before which {@code before} others come. */
  private static long atNs(SortedMap<Integer, Long> bins, long before) {
    long seen = 0;
    for (Map.Entry<Integer, Long> bin : bins.entrySet()) {
      seen += bin.getValue();
      if (seen > before) {
        return LatencyBins.middleNs(bin.getKey());
      }
    }
    return LatencyBins.middleNs(bins.lastKey());
  }
}
