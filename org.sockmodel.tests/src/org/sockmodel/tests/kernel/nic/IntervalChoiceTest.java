package org.sockmodel.tests.kernel.nic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.kernel.nic.AdaptiveThrottling.IntervalChoice;
import org.sockmodel.runtime.kernel.nic.IntervalByLatency;
import org.sockmodel.runtime.kernel.nic.IntervalBySize;

/** What drivers of cards that throttle choose, by what their polls bring. */
class IntervalChoiceTest {

  private static final int SMALL_BYTES = 92;
  private static final int FULL_BYTES = 1500;

  @Test
  void shouldStayAtTheMiddleRateForSmallPacketsUnlessToldToGoHigher() {
    List<Poll> polls = List.of(new Poll(1, SMALL_BYTES), new Poll(1, SMALL_BYTES), new Poll(1, SMALL_BYTES));

    assertEquals(List.of(50_000L, 50_000L, 50_000L), chosenNs(new IntervalByLatency(true), polls));
    assertEquals(List.of(26_666L, 18_181L, 14_285L), chosenNs(new IntervalByLatency(false), polls),
        "20, 37.5, 55 and 70 thousand interrupts a second");
  }

  @Test
  void shouldGoToTheLowestRateForFullPacketsAndBackByQuarters() {
    assertEquals(List.of(50_000L, 250_000L, 250_000L, 111_111L, 71_428L, 52_631L, 50_000L),
        chosenNs(new IntervalByLatency(true), List.of(new Poll(4, FULL_BYTES), new Poll(8, FULL_BYTES),
            new Poll(20, FULL_BYTES), new Poll(1, SMALL_BYTES), new Poll(1, SMALL_BYTES), new Poll(1, SMALL_BYTES),
            new Poll(1, SMALL_BYTES))));
  }

  @Test
  void shouldLeaveTheLowestRateForManySmallPackets() {
    assertEquals(List.of(50_000L, 250_000L, 111_111L), chosenNs(new IntervalByLatency(true),
        List.of(new Poll(4, FULL_BYTES), new Poll(8, FULL_BYTES), new Poll(60, 500))));
  }

  @Test
  void shouldFollowTheMeanSizeOfPackets() {
    List<Poll> polls = List.of(new Poll(1, SMALL_BYTES), new Poll(9, 600), new Poll(9, FULL_BYTES), new Poll(2, 9000));

    assertEquals(162_000, new IntervalBySize(true).firstNs());
    assertEquals(List.of(49_000L, 52_000L, 190_500L, 375_000L), chosenNs(new IntervalBySize(true), polls));
    assertEquals(14_500, new IntervalBySize(false).nextNs(1, SMALL_BYTES, 0, 0));
    assertEquals(190_500, new IntervalBySize(false).nextNs(1, SMALL_BYTES, 2, 2 * FULL_BYTES), "the larger mean");
  }

  @Test
  void shouldTakeTheLowerRateOfWhatCameAndOfWhatWasSent() {
    IntervalChoice choice = new IntervalByLatency(true);
    choice.nextNs(1, SMALL_BYTES, 8, 8 * FULL_BYTES);

    assertEquals(250_000, choice.nextNs(1, SMALL_BYTES, 8, 8 * FULL_BYTES), "8 full packets at once are bulk");
    assertEquals(250_000, choice.nextNs(1, SMALL_BYTES, 0, 0), "what nothing is known of stays as it was");
    assertEquals(111_111, choice.nextNs(1, SMALL_BYTES, 1, SMALL_BYTES));
  }

  private static List<Long> chosenNs(IntervalChoice choice, List<Poll> polls) {
    Stream<Long> chosen = polls.stream().map(poll -> choice.nextNs(poll.packets, poll.packets * poll.bytesOfOne,
        0, 0));
    return chosen.toList();
  }

  /**
   * What a poll brought.
   *
   * @param bytesOfOne of each packet, from the IP header on
   */
  private record Poll(long packets, long bytesOfOne) {
  }
}
