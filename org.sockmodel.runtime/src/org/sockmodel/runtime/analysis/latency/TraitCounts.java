package org.sockmodel.runtime.analysis.latency;

import java.util.HashMap;
import java.util.Map;
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
}
