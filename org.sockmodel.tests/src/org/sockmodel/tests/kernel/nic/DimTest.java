package org.sockmodel.tests.kernel.nic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.kernel.nic.AdaptiveModeration.Profiles;
import org.sockmodel.runtime.kernel.nic.Dim;

class DimTest {

  private static final long MS = 1_000_000;
  private static final int INTERRUPTS = 64;

  private final Dim dim = new Dim(5, 1);
  private long nowNs;
  private long interrupts;
  private long packets;

  /** A measurement of 64 interrupts in which so many packets came a millisecond. */
  private boolean measure(int packetsPerMs) {
    return measure(packetsPerMs, MS);
  }

  private boolean measure(int packetsPerMs, long durationNs) {
    boolean changed = dim.sample(nowNs, interrupts, packets, packets * 100);
    nowNs += durationNs;
    interrupts += INTERRUPTS;
    packets += packetsPerMs * durationNs / MS;
    return dim.sample(nowNs, interrupts, packets, packets * 100) | changed;
  }

  @ParameterizedTest
  @CsvSource({"RX_EQE, 1/256 8/256 64/256 128/256 256/256", "RX_CQE, 2/256 8/128 16/64 32/64 64/64",
      "TX_EQE, 1/128 8/128 32/128 64/128 128/128"})
  void shouldHaveTheProfilesOfTheKernel(Profiles profiles, String usecsAndFrames) {
    assertEquals(usecsAndFrames, IntStream.range(0, profiles.count())
        .mapToObj(profile -> profiles.usecs(profile) + "/" + profiles.frames(profile))
        .collect(Collectors.joining(" ")));
  }

  @Test
  void shouldLeaveTheFirstProfileWhenTrafficBegins() {
    assertTrue(measure(100));
    assertEquals(0, dim.profile());
  }

  @Test
  void shouldDecideOnlyAfterEnoughInterrupts() {
    dim.sample(0, 0, 0, 0);
    assertFalse(dim.sample(MS, INTERRUPTS - 1, 1000, 100_000));
    assertTrue(dim.sample(2 * MS, INTERRUPTS, 2000, 200_000));
  }

  @Test
  void shouldGoOnWhileMorePacketsCome() {
    measure(100);
    measure(200);
    assertEquals(0, dim.profile());
    for (int rate = 400; rate <= 6400; rate *= 2) {
      measure(rate);
    }
    assertEquals(4, dim.profile());
  }

  @Test
  void shouldTurnAroundWhenFewerPacketsCome() {
    measure(100);
    measure(200);
    measure(400);
    measure(800);
    int before = dim.profile();
    measure(300);
    assertEquals(before - 1, dim.profile());
  }

  @Test
  void shouldRestWhenItIsTiredOfLookingUnderASteadyLoad() {
    int resting = 0;
    int longestRest = 0;
    for (int i = 0; i < 60; i++) {
      resting = measure(500) ? 0 : resting + 1;
      longestRest = Math.max(longestRest, resting);
    }
    assertEquals(10, longestRest, "it parks after ten steps and moves when as many decisions have passed");
  }

  @Test
  void shouldPreferFewerInterruptsForTheSamePackets() {
    measure(500);
    measure(500, 2 * MS);
    int before = dim.profile();
    assertTrue(measure(500, 4 * MS));
    assertTrue(dim.profile() != before);
  }
}
