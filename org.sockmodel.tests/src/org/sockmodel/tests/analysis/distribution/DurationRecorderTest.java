package org.sockmodel.tests.analysis.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.distribution.DurationRecorder;

class DurationRecorderTest {

  private final DurationRecorder recorder = new DurationRecorder();
  private final Histogram peer = new Histogram(1, DurationRecorder.HIGHEST_NS, 3);
  private long maxNs;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100, 1000, 30_011})
  void shouldGiveThePercentilesOfHdrHistogram(int count) {
    SplittableRandom random = new SplittableRandom(count);
    for (int i = 0; i < count; i++) {
      record(random.nextLong(1L << random.nextInt(1, 44)));
    }

    Distribution distribution = recorder.snapshot();

    for (int percent = 1; percent <= 100; percent++) {
      assertEquals(peerNs(percent), distribution.percentileNs(percent), percent + " %");
    }
    assertEquals(peerNs(99.9), distribution.p999Ns());
  }

  @Test
  void shouldTellEveryShortDurationApart() {
    for (long ns = 0; ns < 2048; ns++) {
      DurationRecorder single = new DurationRecorder();
      single.record(0);
      single.record(ns);
      single.record(1L << 42);
      assertEquals(ns, single.snapshot().p50Ns());
    }
  }

  @Test
  void shouldCountEveryDurationInOneBin() {
    for (long ns = 1; ns < 1L << 43; ns += ns / 7 + 1) {
      record(ns);
    }

    List<Distribution.Bin> bins = recorder.snapshot().bins();

    assertEquals(recorder.count(), bins.stream().mapToLong(Distribution.Bin::count).sum());
    assertEquals(bins.get(0).highNs(), bins.get(1).lowNs());
  }

  @Test
  void shouldTakeWhatIsTooLongForTheLongest() {
    recorder.record(Long.MAX_VALUE);

    Distribution distribution = recorder.snapshot();

    assertEquals(DurationRecorder.HIGHEST_NS, distribution.maxNs());
    assertEquals(DurationRecorder.HIGHEST_NS, distribution.p50Ns());
  }

  @Test
  void shouldBeEmptyWithoutDurations() {
    assertTrue(recorder.snapshot().isEmpty());
  }

  private void record(long ns) {
    recorder.record(ns);
    peer.recordValue(ns);
    maxNs = Math.max(maxNs, ns);
  }

  /** The counter's highest value, but not more than was recorded. */
  private long peerNs(double percent) {
    return Math.max(peer.getMinValue(), Math.min(maxNs, peer.getValueAtPercentile(percent)));
  }
}
