package org.sockmodel.tests.kernel.congestion;

import java.util.ArrayDeque;
import java.util.Set;
import org.sockmodel.runtime.kernel.congestion.Congestion;
import org.sockmodel.runtime.kernel.congestion.Congestions;
import org.sockmodel.runtime.kernel.skb.TxState;
import org.sockmodel.runtime.uapi.CongestionAlgorithm;

/** A sender over a path that delivers a segment after a round trip and not faster than one in {@code gapNs}. */
final class Sender {

  private static final int MSS_BYTES = 1448;
  private static final long START_NS = 1_000_000_000;

  private final Congestion congestion;
  private final long rttNs;
  private final long gapNs;
  private final ArrayDeque<Flight> flights = new ArrayDeque<>();
  private long nowNs = START_NS;
  private long lastAckNs;
  private long acknowledged;
  private long sent;

  private record Flight(TxState tx, long sentNs, long ackNs) {
  }

  Sender(CongestionAlgorithm algorithm, long rttNs, long gapNs) {
    this.rttNs = rttNs;
    this.gapNs = gapNs;
    congestion = new Congestions(algorithm, Set.of(algorithm), 1, "host").create(1, algorithm);
    congestion.start(rttNs, MSS_BYTES, nowNs);
  }

  Congestion congestion() {
    return congestion;
  }

  long acknowledged() {
    return acknowledged;
  }

  /** Sends as much as it may, and acknowledges in between, for so long. */
  void transfer(long forNs) {
    long endNs = nowNs + forNs;
    while (true) {
      boolean anySent = false;
      congestion.refresh(nowNs);
      while (congestion.quota() > 0 && !congestion.paces()) {
        send();
        anySent = true;
      }
      congestion.validate(anySent, acknowledged, sent);
      long paceNs = congestion.quota() > 0 ? congestion.nextSendNs() : Long.MAX_VALUE;
      long ackNs = flights.isEmpty() ? Long.MAX_VALUE : flights.peek().ackNs();
      nowNs = Math.min(Math.min(paceNs, ackNs), endNs);
      if (nowNs == endNs) {
        return;
      }
      if (nowNs == ackNs) {
        acknowledge();
      }
    }
  }

  /** Sends one segment and waits until it is acknowledged: less than the window would let it. */
  void sendOne() {
    congestion.refresh(nowNs);
    congestion.limitedByApplication();
    send();
    congestion.validate(true, acknowledged, sent);
    nowNs = flights.peek().ackNs();
    acknowledge();
  }

  private void send() {
    TxState tx = new TxState();
    congestion.sent(tx, MSS_BYTES, 1);
    lastAckNs = Math.max(nowNs + rttNs, lastAckNs + gapNs);
    flights.add(new Flight(tx, nowNs, lastAckNs));
    sent++;
  }

  private void acknowledge() {
    Flight flight = flights.poll();
    acknowledged++;
    congestion.refresh(nowNs);
    congestion.beginAck();
    congestion.flight().addOut(-1);
    congestion.delivered(flight.tx(), 1);
    congestion.endAck(rttNs, nowNs - flight.sentNs(), true);
  }
}
