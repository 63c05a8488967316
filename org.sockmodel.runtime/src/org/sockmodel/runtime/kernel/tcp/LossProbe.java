package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.congestion.CaState;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;

/**
 * The probe for a loss of what was sent last (TLP, RFC 8985): {@code tcp_schedule_loss_probe}, {@code
 * net/ipv4/tcp_output.c}, and {@code tcp_process_tlp_ack}, {@code net/ipv4/tcp_input.c}. Nothing that follows can tell
 * of such a loss, so that a segment is sent after two round trips whose acknowledgement does.
 */
final class LossProbe {

  /** {@code TCP_RTO_MIN}: an acknowledgement of a lone segment may be delayed so long. */
  private static final long LONE_NS = 200_000_000;

  private final TcpSock sock;
  private final Timing timing;
  private long highSeq;
  private boolean outstanding;
  private boolean resent;

  /**
   * How long a kernel waits beside two round trips.
   *
   * @param moreNs added, for the granularity of its timers
   * @param leastNs at least so long in all
   */
  record Timing(long moreNs, long leastNs) {

    static Timing of(PathProfile profile) {
      return new Timing(profile.number("loss_probe_more_ns"), profile.number("loss_probe_least_ns"));
    }
  }

  LossProbe(TcpSock sock, Timing timing) {
    this.sock = sock;
    this.timing = timing;
  }

  /** {@code tlp_high_seq}: whether a probe was sent that nobody has answered. */
  boolean isOutstanding() {
    return outstanding;
  }

  /** {@code tlp_high_seq} of the probe that was sent again, not of new data. */
  boolean isOf(long endSeq) {
    return outstanding && resent && highSeq <= endSeq;
  }

  /** A probe goes out; {@code again} if it is of data that were sent before. */
  void sent(boolean again) {
    outstanding = true;
    resent = again;
    highSeq = sock.sndNxt;
  }

  void forget() {
    outstanding = false;
  }

  /**
   * {@code tcp_schedule_loss_probe}: has the timer wait for a probe, not for the retransmission.
   *
   * @param advancing whether the retransmission would be counted from now on
   * @return false if there is to be no probe
   */
  boolean schedule(Cpu cpu, TimerSoftirq timers, boolean advancing) {
    CaState state = sock.congestion.state();
    if (sock.openLoopPeer || sock.rtxQueue.isEmpty() || state != CaState.OPEN && state != CaState.CWR
        || !sock.state.mayHaveUnsent()) {
      return false;
    }
    long rtoNs = (long) sock.recovery.rtoJiffies(sock.srttNs) * Scheduler.TICK_NS;
    long ns = rtoNs;
    if (sock.srttNs > 0) {
      long moreNs = sock.congestion.flight().out() == 1 ? LONE_NS : timing.moreNs;
      ns = Math.max(2 * sock.srttNs + moreNs, timing.leastNs);
    }
    long leftNs = advancing ? rtoNs : sock.rtxQueue.peek().sentNs() + rtoNs - cpu.nowNs();
    if (leftNs > 0) {
      ns = Math.min(ns, leftNs);
    }
    sock.rtoTimer.start(cpu, timers, XmitTimer.Purpose.LOSS_PROBE, Scheduler.jiffies(ns));
    return true;
  }

  /** {@code tcp_process_tlp_ack}. */
  void acknowledged(AckState ack) {
    if (!outstanding || sock.sndUna < highSeq) {
      return;
    }
    if (!resent || ack.dsackOfProbe) {
      forget();
    } else if (sock.sndUna > highSeq) {
      sock.recovery.reduceForProbe();
    } else if (!ack.advanced && !ack.notDuplicate && !ack.dataSacked) {
      forget();
    }
  }
}
