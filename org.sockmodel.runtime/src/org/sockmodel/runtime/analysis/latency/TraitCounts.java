package org.sockmodel.runtime.analysis.latency;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.LongToIntFunction;
import java.util.stream.Stream;
import org.sockmodel.runtime.analysis.distribution.KeyCounts;

/**
 * How many messages of each bin have which values. What is told of a message by several kinds of traits that go
 * together, as an interrupt and the CPU of its softirq, is counted as one value, of which each kind has a {@link Part}.
 */
final class TraitCounts {

  private static final int MOST_KEYS = 1 << 17;
  /** So many bits a value may have, with its sign. */
  private static final int VALUE_BITS = 53;
  private static final int BIN_BITS = Long.SIZE - VALUE_BITS;

  private final KeyCounts counts = new KeyCounts(MOST_KEYS);

  void add(int bin, long value) {
    counts.add((long) bin << VALUE_BITS | value & -1L >>> BIN_BITS);
  }

  private static int bin(KeyCounts.Entry entry) {
    return (int) (entry.key() >>> VALUE_BITS);
  }

  /** What one kind of trait tells of the values. */
  final class Part {
    private final TraitKind kind;
    private final LongToIntFunction part;
    private final IntFunction<String> text;

    /**
     * Tells a part of the values.
     *
     * @param text it for people; empty if it stands for none
     */
    Part(TraitKind kind, LongToIntFunction part, IntFunction<String> text) {
      this.kind = kind;
      this.part = part;
      this.text = text;
    }

    private int of(KeyCounts.Entry entry) {
      return part.applyAsInt(entry.key() << BIN_BITS >> BIN_BITS);
    }

    /** The traits of the messages from a bin on, of which there are {@code slow}, among {@code all} messages. */
    Stream<Trait> traits(int fromBin, long slow, long all) {
      Map<Integer, long[]> byValue = new HashMap<>();
      for (KeyCounts.Entry entry : counts.entries()) {
        long[] sums = byValue.computeIfAbsent(of(entry), any -> new long[2]);
        sums[0] += bin(entry) >= fromBin ? entry.count() : 0;
        sums[1] += entry.count();
      }
      return byValue.entrySet().stream().filter(entry -> entry.getValue()[0] > 0)
          .map(entry -> new Trait(kind, text.apply(entry.getKey()), entry.getValue()[0],
              (double) entry.getValue()[0] / slow, (double) entry.getValue()[1] / all))
          .filter(trait -> !trait.value().isEmpty());
    }

    /** The value that all messages from a bin on have; -1 if they have several or there are none. */
    int only(int fromBin) {
      int[] values = counts.entries().stream().filter(entry -> bin(entry) >= fromBin)
          .mapToInt(this::of).distinct().toArray();
      return values.length == 1 ? values[0] : -1;
    }

    /** The latencies of messages by the text of their value, those of most messages first. */
    List<ReaderLatency> latencies() {
      Map<String, SortedMap<Integer, Long>> byText = new HashMap<>();
      for (KeyCounts.Entry entry : counts.entries()) {
        byText.computeIfAbsent(text.apply(of(entry)), any -> new TreeMap<>())
            .merge(bin(entry), entry.count(), Long::sum);
      }
      return byText.entrySet().stream().map(entry -> latency(entry.getKey(), entry.getValue()))
          .sorted(Comparator.comparingLong(ReaderLatency::messages).reversed().thenComparing(ReaderLatency::name))
          .toList();
    }
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
