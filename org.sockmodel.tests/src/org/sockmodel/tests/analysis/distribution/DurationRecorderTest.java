package org.sockmodel.tests.analysis.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.distribution.DurationRecorder;

class DurationRecorderTest {

  private final DurationRecorder recorder = new DurationRecorder();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100, 1000, 30_011})
  void shouldGivePercentilesToThreeDigits(int count) {
    long[] durations = new SplittableRandom(count).longs(count, 1, 1L << 40).toArray();
    Arrays.stream(durations).forEach(recorder::record);
    Arrays.sort(durations);

    Distribution distribution = recorder.snapshot();

    for (int percent = 1; percent <= 100; percent++) {
      long exactNs = durations[(int) Math.ceil(percent * (long) count / 100.0) - 1];
      assertEquals(exactNs, distribution.percentileNs(percent), exactNs * 1e-3, percent + " %");
    }
    assertEquals(durations[0], distribution.minNs());
    assertEquals(durations[count - 1], distribution.maxNs());
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
      recorder.record(ns);
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
}
