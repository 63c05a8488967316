package org.sockmodel.tests.kernel.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.kernel.tcp.LossyPair.SEGMENT_BYTES;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sender learns of losses from selective acknowledgements, or from a probe where there are none. */
class TcpSackTest {

  private static final long MS = 1_000_000;
  private static final int BLOCK_BYTES = 12;

  @ParameterizedTest
  @CsvSource({"v3_10, 0.01", "v3_10, 0.05", "v6_1, 0.05", "v6_12, 0.2", "v6_18, 0.05", "v6_18, 0.2"})
  void shouldDeliverAllThatAWayWithLossesTakes(String kernel, double share) {
    assertEquals(2_000_000, new LossyPair(kernel).send(100, 20_000, share).receivedBytes());
  }

  /** As recorded of Linux 6.18: one segment that was sent later has come, which is enough, and the window is 1. */
  @Test
  void shouldSendAgainWhatALaterSegmentHasOvertakenByATimeThatIsTooLong() {
    LossyPair pair = new LossyPair("v6_18").send(10, SEGMENT_BYTES, 0, 3);
    assertEquals(1, pair.resentNs().size());
    assertTrue(pair.resentNs().get(0) < MS, pair.resentNs().toString());
    assertEquals(List.of(10, 11, 12, 1, 13, 14, 15, 16, 17, 18), pair.windows());
    assertEquals(BLOCK_BYTES, pair.optionBytes().get(2), "the block of the fourth segment");
  }

  /** Linux 3.10 has no RACK: of four on their way, a second that has come makes the first lost after a while. */
  @Test
  void shouldWaitForMoreThanOneSegmentWithoutRack() {
    LossyPair pair = new LossyPair("v3_10").send(10, SEGMENT_BYTES, 0, 3);
    assertEquals(10 * SEGMENT_BYTES, pair.receivedBytes());
    assertEquals(List.of(BLOCK_BYTES, BLOCK_BYTES, BLOCK_BYTES),
        pair.optionBytes().stream().filter(bytes -> bytes > 0).limit(3).toList());
  }

  /** As recorded: of two segments that were lost the last is sent again in the second jiffy, of one after 200 ms. */
  @Test
  void shouldProbeForALossThatNothingElseWouldShow() {
    LossyPair two = new LossyPair("v6_18").send(5, SEGMENT_BYTES, 0, 4, 5);
    assertTrue(two.resentNs().get(0) > 2 * MS && two.resentNs().get(0) < 9 * MS, two.resentNs().toString());
    LossyPair one = new LossyPair("v6_18").send(5, SEGMENT_BYTES, 0, 5);
    assertEquals(1, one.resentNs().size());
    assertTrue(one.resentNs().get(0) > 200 * MS && one.resentNs().get(0) < 212 * MS, one.resentNs().toString());
    assertEquals(14, one.windows().get(one.windows().size() - 1), "a probe does not take the window away");
  }

  /** As recorded: half of the first window is one packet, of which one, two and then three segments go out again. */
  @Test
  void shouldSendAPacketOfSeveralSegmentsAgainAsTheWindowAllows() {
    LossyPair pair = new LossyPair("v6_18").send(4, 16_384, 0, 2);
    assertEquals(List.of(10, 15, 2, 4, 18, 27, 30), pair.windows().subList(0, 7));
    assertEquals(List.of("TC_INGRESS", "TCP_OLD_DATA"), pair.drops());
  }

  /** A probe of what was only not acknowledged yet: the answer says in a block that it came twice. */
  @Test
  void shouldTellWhatCameTwice() {
    LossyPair pair = new LossyPair("v6_18").send(4, 16_384, 0);
    assertEquals(List.of("TCP_OLD_DATA"), pair.drops());
    assertEquals(1, pair.resentNs().size());
    assertEquals(List.of(BLOCK_BYTES), pair.optionBytes().stream().filter(bytes -> bytes > 0).toList());
  }

  /** More than three answers to one gap are held, and go out as one. */
  @ParameterizedTest
  @ValueSource(strings = {"v6_1", "v6_12"})
  void shouldHoldAnswersToAGapThatStays(String kernel) {
    LossyPair pair = new LossyPair(kernel).send(12, SEGMENT_BYTES, 0, 3, 5, 7, 9, 11);
    assertEquals(12 * SEGMENT_BYTES, pair.receivedBytes());
  }
}
