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
import org.sockmodel.runtime.uapi.CongestionAlgorithm;

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
    Sender sender = new Sender(algorithm, RTT_NS, GAP_NS);
    sender.transfer(200 * MS);
    long before = sender.acknowledged();
    sender.transfer(200 * MS);
    assertEquals(200 * MS / GAP_NS, sender.acknowledged() - before, 50);
    assertTrue(sender.congestion().cwnd() >= PIPE_SEGMENTS, "cwnd " + sender.congestion().cwnd());
  }

  /** As recorded: one small message at a time leaves a window of 10 with Reno and CUBIC, and of 18 with BBR. */
  @ParameterizedTest
  @EnumSource(CongestionAlgorithm.class)
  void shouldNotOpenAWindowThatIsNotUsed(CongestionAlgorithm algorithm) {
    Sender sender = new Sender(algorithm, RTT_NS, GAP_NS);
    sender.congestion().synackDelivered(RTT_NS);
    for (int i = 0; i < 100; i++) {
      sender.sendOne();
    }
    assertEquals(algorithm == CongestionAlgorithm.BBR ? 18 : INITIAL, sender.congestion().cwnd());
  }

  @Test
  void shouldDoubleTheWindowInEachRoundTripOfSlowStart() {
    Sender sender = new Sender(CongestionAlgorithm.RENO, RTT_NS, 1);
    sender.transfer(RTT_NS + PIPE_SEGMENTS);
    assertEquals(2 * INITIAL, sender.congestion().cwnd());
    sender.transfer(RTT_NS);
    assertEquals(4 * INITIAL, sender.congestion().cwnd());
  }

  @Test
  void shouldHalveTheWindowOfRenoAndTakeThreeTenthsOfCubics() {
    assertEquals(20, afterLoss(CongestionAlgorithm.RENO));
    assertEquals(28, afterLoss(CongestionAlgorithm.CUBIC));
  }

  /** PRR: of 40 segments one is lost; of those that arrive every second one lets another out, until 20 are left. */
  @Test
  void shouldMakeTheWindowSmallerInProportionToWhatArrives() {
    Sender sender = new Sender(CongestionAlgorithm.RENO, RTT_NS, 1);
    sender.transfer(RTT_NS + PIPE_SEGMENTS);
    sender.transfer(RTT_NS);
    Congestion congestion = sender.congestion();
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
    Sender sender = new Sender(algorithm, RTT_NS, GAP_NS);
    sender.transfer(3 * RTT_NS);
    int before = sender.congestion().cwnd();
    sender.congestion().flight().addLost(sender.congestion().packetsInFlight());
    sender.congestion().enterLoss(false);
    sender.congestion().undoReduction();
    assertEquals(before, sender.congestion().cwnd());
  }

  @ParameterizedTest
  @EnumSource(CongestionAlgorithm.class)
  void shouldBeginWithOneSegmentWhenTheTimerHasExpired(CongestionAlgorithm algorithm) {
    Sender sender = new Sender(algorithm, RTT_NS, GAP_NS);
    sender.transfer(3 * RTT_NS);
    sender.congestion().flight().addLost(sender.congestion().packetsInFlight());
    sender.congestion().enterLoss(false);
    assertEquals(1, sender.congestion().cwnd());
  }

  /** HyStart: the queue makes round trips longer before anything is lost. */
  @Test
  void shouldLeaveSlowStartWhenAcknowledgementsTakeHalfARoundTrip() {
    Sender sender = new Sender(CongestionAlgorithm.CUBIC, RTT_NS, GAP_NS);
    sender.transfer(100 * MS);
    assertTrue(sender.congestion().ssthresh() <= 3 * PIPE_SEGMENTS, "ssthresh " + sender.congestion().ssthresh());
  }

  /** BBR keeps two round trips' worth on its way, so that the queue does not grow as it does with Reno. */
  @Test
  void shouldKeepTheQueueOfBbrShort() {
    Sender sender = new Sender(CongestionAlgorithm.BBR, RTT_NS, GAP_NS);
    sender.transfer(2000 * MS);
    assertEquals(2 * PIPE_SEGMENTS, sender.congestion().cwnd(), 30);
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
    assertEquals(45, new Sender(CongestionAlgorithm.CUBIC, 100_000, 1).congestion().tsoSegments());
    Sender slow = new Sender(CongestionAlgorithm.RENO, RTT_NS, GAP_NS);
    slow.transfer(RTT_NS + 1);
    assertTrue(slow.congestion().tsoSegments() < INITIAL, "segments " + slow.congestion().tsoSegments());
  }

  private static boolean isPacedAfter(CongestionAlgorithm algorithm, int segments) {
    Sender sender = new Sender(algorithm, RTT_NS, GAP_NS);
    Congestion congestion = sender.congestion();
    for (int i = 0; i < segments; i++) {
      assertFalse(congestion.paces());
      congestion.sent(new TxState(), 1448, 1);
    }
    return congestion.paces();
  }

  private static int afterLoss(CongestionAlgorithm algorithm) {
    Sender sender = new Sender(algorithm, RTT_NS, 1);
    sender.transfer(RTT_NS + PIPE_SEGMENTS);
    sender.transfer(RTT_NS);
    assertEquals(4 * INITIAL, sender.congestion().cwnd());
    sender.congestion().beginReduction(CaState.RECOVERY);
    return sender.congestion().ssthresh();
  }
}
