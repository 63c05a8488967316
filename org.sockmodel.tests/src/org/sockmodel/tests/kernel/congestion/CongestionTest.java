package org.sockmodel.tests.kernel.congestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockmodel.runtime.kernel.congestion.CaState;
import org.sockmodel.runtime.kernel.congestion.Congestion;
import org.sockmodel.runtime.kernel.skb.TxState;
import org.sockmodel.runtime.model.CongestionAlgorithm;

/** What each algorithm makes of a path of 10 ms that delivers a segment every 100 us, 100 at a time. */
class CongestionTest {

  private static final long MS = 1_000_000;
  private static final long RTT_NS = 10 * MS;
  private static final long GAP_NS = 100_000;
  private static final int PIPE_SEGMENTS = 100;
  private static final int INITIAL = 10;

  @ParameterizedTest
  @EnumSource(CongestionAlgorithm.class)
  void shouldFillThePathAndKeepToItsRate(CongestionAlgorithm algorithm) {
    Path path = new Path(algorithm, RTT_NS, GAP_NS);
    path.transfer(200 * MS);
    long before = path.acknowledged();
    path.transfer(200 * MS);
    assertEquals(200 * MS / GAP_NS, path.acknowledged() - before, 50);
    assertTrue(path.congestion().cwnd() >= PIPE_SEGMENTS, "cwnd " + path.congestion().cwnd());
  }

  /** As recorded: one small message at a time leaves a window of 10 with Reno and CUBIC, and of 18 with BBR. */
  @ParameterizedTest
  @EnumSource(CongestionAlgorithm.class)
  void shouldNotOpenAWindowThatIsNotUsed(CongestionAlgorithm algorithm) {
    Path path = new Path(algorithm, RTT_NS, GAP_NS);
    path.congestion().synackDelivered(RTT_NS);
    for (int i = 0; i < 100; i++) {
      path.sendOne();
    }
    assertEquals(algorithm == CongestionAlgorithm.BBR ? 18 : INITIAL, path.congestion().cwnd());
  }

  @Test
  void shouldDoubleTheWindowInEachRoundTripOfSlowStart() {
    Path path = new Path(CongestionAlgorithm.RENO, RTT_NS, 1);
    path.transfer(RTT_NS + PIPE_SEGMENTS);
    assertEquals(2 * INITIAL, path.congestion().cwnd());
    path.transfer(RTT_NS);
    assertEquals(4 * INITIAL, path.congestion().cwnd());
  }

  @Test
  void shouldHalveTheWindowOfRenoAndTakeThreeTenthsOfCubics() {
    assertEquals(20, afterLoss(CongestionAlgorithm.RENO));
    assertEquals(28, afterLoss(CongestionAlgorithm.CUBIC));
  }

  /** PRR: of 40 segments one is lost; of those that arrive every second one lets another out, until 20 are left. */
  @Test
  void shouldMakeTheWindowSmallerInProportionToWhatArrives() {
    Path path = new Path(CongestionAlgorithm.RENO, RTT_NS, 1);
    path.transfer(RTT_NS + PIPE_SEGMENTS);
    path.transfer(RTT_NS);
    Congestion congestion = path.congestion();
    congestion.beginReduction(CaState.RECOVERY);
    congestion.flight().addLost(1);
    int sent = 0;
    for (int arrived = 1; arrived < 4 * INITIAL; arrived++) {
      congestion.beginAck();
      congestion.flight().addSacked(1);
      congestion.delivered(new TxState(), 1);
      congestion.endAck(RTT_NS, -1, false);
      while (congestion.packetsInFlight() < congestion.cwnd()) {
        congestion.flight().addRetransmitted(1);
        congestion.sentInReduction(1);
        sent++;
      }
      assertEquals(arrived / 2.0, sent, 1);
    }
    assertEquals(2 * INITIAL, congestion.cwnd());
    congestion.endReduction();
    assertEquals(2 * INITIAL, congestion.cwnd());
  }

  @ParameterizedTest
  @EnumSource(CongestionAlgorithm.class)
  void shouldTakeBackWhatALossThatWasNoneMadeSmaller(CongestionAlgorithm algorithm) {
    Path path = new Path(algorithm, RTT_NS, GAP_NS);
    path.transfer(3 * RTT_NS);
    int before = path.congestion().cwnd();
    path.congestion().flight().addLost(path.congestion().packetsInFlight());
    path.congestion().enterLoss(false);
    path.congestion().undoReduction();
    assertEquals(before, path.congestion().cwnd());
  }

  @ParameterizedTest
  @EnumSource(CongestionAlgorithm.class)
  void shouldBeginWithOneSegmentWhenTheTimerHasExpired(CongestionAlgorithm algorithm) {
    Path path = new Path(algorithm, RTT_NS, GAP_NS);
    path.transfer(3 * RTT_NS);
    path.congestion().flight().addLost(path.congestion().packetsInFlight());
    path.congestion().enterLoss(false);
    assertEquals(1, path.congestion().cwnd());
  }

  /** HyStart: the queue makes round trips longer before anything is lost. */
  @Test
  void shouldLeaveSlowStartWhenAcknowledgementsTakeHalfARoundTrip() {
    Path path = new Path(CongestionAlgorithm.CUBIC, RTT_NS, GAP_NS);
    path.transfer(100 * MS);
    assertTrue(path.congestion().ssthresh() <= 3 * PIPE_SEGMENTS, "ssthresh " + path.congestion().ssthresh());
  }

  /** BBR keeps two round trips' worth on its way, so that the queue does not grow as it does with Reno. */
  @Test
  void shouldKeepTheQueueOfBbrShort() {
    Path path = new Path(CongestionAlgorithm.BBR, RTT_NS, GAP_NS);
    path.transfer(2000 * MS);
    assertEquals(2 * PIPE_SEGMENTS, path.congestion().cwnd(), 30);
  }

  @Test
  void shouldPaceAfterTheFirstTenSegmentsOfBbrOnly() {
    assertTrue(isPacedAfter(CongestionAlgorithm.BBR, INITIAL));
    assertFalse(isPacedAfter(CongestionAlgorithm.BBR, INITIAL - 1));
    assertFalse(isPacedAfter(CongestionAlgorithm.CUBIC, INITIAL));
  }

  /** On a short path segments are as large as can be; on a long one they hold what is sent in a millisecond. */
  @Test
  void shouldMakeSegmentsAsLargeAsTheRateAndTheRoundTripLetIt() {
    assertEquals(45, new Path(CongestionAlgorithm.CUBIC, 100_000, 1).congestion().tsoSegments());
    Path slow = new Path(CongestionAlgorithm.RENO, RTT_NS, GAP_NS);
    slow.transfer(RTT_NS + 1);
    assertTrue(slow.congestion().tsoSegments() < INITIAL, "segments " + slow.congestion().tsoSegments());
  }

  private static boolean isPacedAfter(CongestionAlgorithm algorithm, int segments) {
    Path path = new Path(algorithm, RTT_NS, GAP_NS);
    Congestion congestion = path.congestion();
    for (int i = 0; i < segments; i++) {
      assertFalse(congestion.paces());
      congestion.sent(new TxState(), 1448, 1);
    }
    return congestion.paces();
  }

  private static int afterLoss(CongestionAlgorithm algorithm) {
    Path path = new Path(algorithm, RTT_NS, 1);
    path.transfer(RTT_NS + PIPE_SEGMENTS);
    path.transfer(RTT_NS);
    assertEquals(4 * INITIAL, path.congestion().cwnd());
    path.congestion().beginReduction(CaState.RECOVERY);
    return path.congestion().ssthresh();
  }
}
