package org.sockmodel.runtime.workload.traffic;

import java.util.Arrays;
import org.sockmodel.runtime.kernel.nic.RxFlow;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.uapi.IpProtocol;

/**
 * The sending end of a TCP connection whose other end is beyond a card: keeps to the receiver's window and sends again
 * what a full ring has lost, after three duplicate acknowledgements or when the retransmission timer expires. Sends as
 * it likes until the first loss, and then by a congestion window. It costs no CPU and answers at once. As an event it
 * is the arrival of the first packet on the wire, or its timer.
 */
final class TcpPeer implements Event {

  private static final int ARRIVAL = 0;
  private static final int TIMER = 1;

  /** {@code TCP_RTO_MIN}; a round trip on the wire adds little to it. */
  private static final long RTO_NS = 200_000_000;
  /** {@code net.ipv4.tcp_retries2}. */
  private static final int MAX_BACKOFF = 15;
  /** What a connection lets the peer send before it has said so. */
  private static final int INITIAL_WINDOW_BYTES = 65_483;
  private static final int DUPLICATES = 3;
  /** A FIN counts as a byte of the sequence. */
  private static final int FIN_BYTES = 1;
  private static final int UNLIMITED = Integer.MAX_VALUE;

  private final Simulator simulator;
  private final WireEnd wire;
  private final int port;
  private final RxFlow flow;
  private final Corruption corruption;
  private final SkBuffHead onWire = new SkBuffHead();
  private long[] endSeqs = new long[16];
  private int[] flags = new int[16];
  private long first;
  private long next;
  private long end;
  private long highest;
  private long acknowledgedSeq;
  private long offeredSeq;
  private long windowEndSeq = INITIAL_WINDOW_BYTES;
  private int cwnd = UNLIMITED;
  private int ssthresh = UNLIMITED;
  private int duplicates;
  private int backoff;
  private long recoverUpTo;
  private long timerNs;
  private boolean timerRuns;
  private boolean closed;
  private Runnable whenDone;

  TcpPeer(WireEnd wire, int port, RxFlow flow, Corruption corruption) {
    simulator = wire.simulator();
    this.wire = wire;
    this.port = port;
    this.flow = flow;
    this.corruption = corruption;
  }

  /**
   * A segment with this much data has come over the wire, if the peer was allowed to send it; else it waits.
   *
   * @param push whether it is the last one of a message, which carries PSH
   */
  void offer(int bytes, boolean push) {
    add(bytes, push ? TcpHeader.ACK | TcpHeader.PSH : TcpHeader.ACK);
    if (next == end - 1 && onWire.isEmpty() && maySend()) {
      flow.arrive(make());
    } else {
      pump();
    }
  }

  /** Ends the connection in this direction, after all that was offered. */
  void close() {
    if (!closed) {
      closed = true;
      add(FIN_BYTES, TcpHeader.ACK | TcpHeader.FIN);
      pump();
    }
  }

  private void add(int bytes, int newFlags) {
    if (end - first == endSeqs.length) {
      grow();
    }
    offeredSeq += bytes;
    flags[index(end)] = newFlags;
    endSeqs[index(end++)] = offeredSeq;
  }

  /** Runs {@code done} as soon as all is acknowledged, or no more can be sent. */
  void finish(Runnable done) {
    whenDone = done;
    checkDone();
  }

  /** The receiver has sent a segment. */
  void acknowledge(TcpHeader tcp) {
    long windowSeq = tcp.ackSeq() + tcp.windowBytes();
    if (tcp.ackSeq() > acknowledgedSeq) {
      advance(tcp.ackSeq());
    } else if (tcp.ackSeq() == acknowledgedSeq && windowSeq == windowEndSeq && next > first
        && ++duplicates == DUPLICATES && first >= recoverUpTo) {
      cwnd = ssthresh(inFlight());
      ssthresh = cwnd;
      recoverUpTo = highest;
      resendFirst();
    }
    windowEndSeq = Math.max(windowEndSeq, windowSeq);
    pump();
    checkDone();
  }

  @Override
  public void fire(int what) {
    if (what == ARRIVAL) {
      flow.arrive(onWire.poll());
    } else {
      timerRuns = false;
      expire();
    }
  }

  private void advance(long ackSeq) {
    acknowledgedSeq = ackSeq;
    duplicates = 0;
    backoff = 0;
    while (first < end && endSeqs[index(first)] <= ackSeq) {
      first++;
      if (cwnd != UNLIMITED) {
        cwnd += cwnd < ssthresh || first % cwnd == 0 ? 1 : 0;
      }
    }
    boolean timedOut = next < highest;
    next = Math.max(next, first);
    if (first < recoverUpTo && !timedOut) {
      resendFirst();
    }
    armTimer();
  }

  /** All that is not acknowledged is taken for lost. */
  private void expire() {
    if (highest <= first || backoff == MAX_BACKOFF) {
      return;
    }
    if (simulator.nowNs() < timerNs) {
      startTimer();
      return;
    }
    ssthresh = ssthresh(inFlight());
    cwnd = 1;
    duplicates = 0;
    recoverUpTo = highest;
    next = first;
    backoff++;
    armTimer();
    pump();
    checkDone();
  }

  private static int ssthresh(long inFlight) {
    return (int) Math.max(inFlight / 2, 2);
  }

  private long inFlight() {
    return next - first;
  }

  private boolean maySend() {
    return endSeqs[index(next)] <= windowEndSeq && inFlight() < cwnd;
  }

  private void pump() {
    while (next < end && maySend()) {
      transmit(make());
    }
  }

  private void resendFirst() {
    transmit(segment(first));
  }

  /** The next segment, which is on its way from here on. */
  private SkBuff make() {
    SkBuff skb = segment(next++);
    highest = Math.max(highest, next);
    if (!timerRuns || inFlight() == 1) {
      armTimer();
    }
    return skb;
  }

  private SkBuff segment(long number) {
    long seq = number == first ? acknowledgedSeq : endSeqs[index(number - 1)];
    boolean fin = (flags[index(number)] & TcpHeader.FIN) != 0;
    int bytes = (int) (endSeqs[index(number)] - seq) - (fin ? FIN_BYTES : 0);
    SkBuff skb = wire.packet(IpProtocol.IPPROTO_TCP, 0, port, bytes);
    skb.tcp().sequence(seq, bytes, flags[index(number)]);
    return corruption.pass(skb);
  }

  private void transmit(SkBuff skb) {
    onWire.add(skb);
    long arrivalNs = wire.send(simulator.nowNs(), skb.payloadBytes(), IpProtocol.IPPROTO_TCP);
    simulator.schedule(arrivalNs, Simulator.DEVICE_PRIORITY, this, ARRIVAL);
  }

  /** The timer is left to expire too early, and then started once more, which costs less than to move it. */
  private void armTimer() {
    timerNs = simulator.nowNs() + (RTO_NS << backoff);
    if (!timerRuns && highest > first) {
      startTimer();
    }
  }

  private void startTimer() {
    timerRuns = true;
    simulator.schedule(timerNs, Simulator.DEVICE_PRIORITY, this, TIMER);
  }

  private void checkDone() {
    boolean blocked = next == first && next < end && !maySend();
    if (whenDone != null && (first == end || blocked || backoff == MAX_BACKOFF)) {
      Runnable done = whenDone;
      whenDone = null;
      done.run();
    }
  }

  private int index(long number) {
    return (int) (number & endSeqs.length - 1);
  }

  private void grow() {
    long[] wider = Arrays.copyOf(endSeqs, endSeqs.length * 2);
    int[] widerFlags = Arrays.copyOf(flags, wider.length);
    for (long i = first; i < end; i++) {
      wider[(int) (i & wider.length - 1)] = endSeqs[index(i)];
      widerFlags[(int) (i & wider.length - 1)] = flags[index(i)];
    }
    endSeqs = wider;
    flags = widerFlags;
  }
}
