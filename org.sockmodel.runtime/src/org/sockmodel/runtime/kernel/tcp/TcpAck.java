package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.congestion.CaState;
import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;

/** {@code tcp_ack}, {@code net/ipv4/tcp_input.c}: what a segment's acknowledgement and window tell the sender. */
final class TcpAck {

  private static final long NS_PER_US = 1000;
  private static final long NS_PER_MS = 1_000_000;
  /** {@code TCP_TIMEOUT_MIN_US}. */
  private static final long TIMER_SLACK_NS = 2_000_000;

  private final Path ofData;
  private final Path cleanRtx;
  private final SkBuffPool pool;
  private final TcpSegments segments;
  private final TimerSoftirq timers;
  private final AckState ack = new AckState();

  TcpAck(Path[] paths, SkBuffPool pool, TimerSoftirq timers) {
    ofData = CallPoint.TCP_ACK_OF_DATA.in(paths);
    cleanRtx = CallPoint.TCP_CLEAN_RTX.in(paths);
    this.pool = pool;
    segments = new TcpSegments(pool);
    this.timers = timers;
  }

  /** The acknowledgement that comes with data. */
  void receiveWithData(Cpu cpu, TcpSock sock, SkBuff skb) {
    cpu.enter(ofData);
    receive(cpu, sock, skb);
  }

  /** Likewise, on the fast path. */
  void receiveWithFastData(Cpu cpu, TcpSock sock, SkBuff skb) {
    cpu.enter(ofData);
    receiveFast(cpu, sock, skb);
  }

  /** {@code tcp_synack_rtt_meas}: the answer to the SYN is acknowledged, whose time counts if it was sent once. */
  void receiveOfSynack(Cpu cpu, TcpSock sock) {
    boolean once = sock.synacks <= 1;
    if (once) {
      estimateRtt(sock, cpu.nowNs() - sock.synackNs);
    }
    sock.congestion.synackDelivered(once ? cpu.nowNs() - sock.synackNs : -1);
  }

  /** Without {@code FLAG_SLOWPATH}: header prediction has expected the segment. */
  void receiveFast(Cpu cpu, TcpSock sock, SkBuff skb) {
    receive(cpu, sock, skb, true);
  }

  void receive(Cpu cpu, TcpSock sock, SkBuff skb) {
    receive(cpu, sock, skb, false);
  }

  private void receive(Cpu cpu, TcpSock sock, SkBuff skb, boolean fast) {
    long ackSeq = skb.tcp().ackSeq();
    if (sock.openLoopPeer || ackSeq > sock.sndNxt) {
      return;
    }
    count(sock, skb, fast);
    boolean nothingOut = sock.rtxQueue.isEmpty();
    ack.clear(sock.scoreboard.highestSackSeq());
    ack.advanced = ackSeq > sock.sndUna;
    ack.notDuplicate = skb.payloadBytes() > 0 || skb.tcp().has(TcpHeader.FIN);
    sock.congestion.refresh(cpu.nowNs());
    sock.congestion.beginAck();
    if (ackSeq >= sock.sndUna) {
      updateWindow(sock, skb);
      sock.sndUna = ackSeq;
    }
    if (skb.tcp().hasSack()) {
      sock.scoreboard.tag(cpu, segments, skb.tcp().sack(), ack);
    }
    if (nothingOut) {
      answerProbes(sock, skb);
    } else {
      answerData(cpu, sock, skb);
    }
  }

  private static void count(TcpSock sock, SkBuff skb, boolean fast) {
    long ackSeq = skb.tcp().ackSeq();
    if (fast && ackSeq > sock.sndUna) {
      sock.count(SnmpCounter.TCP_EXT_HP_ACKS);
    } else if (skb.tcp().seq() == skb.tcp().endSeq() && ackSeq >= sock.sndUna) {
      sock.count(SnmpCounter.TCP_EXT_PURE_ACKS);
    }
  }

  /** {@code no_queue} of {@code tcp_ack}. */
  private void answerProbes(TcpSock sock, SkBuff skb) {
    if (ack.dsacking) {
      sock.recovery.alert(ack, skb.tcp().echoMs());
    }
    if (takesHead(sock)) {
      sock.recovery.timeout().probed(true);
    }
    sock.probe.acknowledged(ack);
  }

  private void answerData(Cpu cpu, TcpSock sock, SkBuff skb) {
    if (ack.advanced) {
      sock.recovery.timeout().reset();
    }
    ack.reorderedSeq = Long.MAX_VALUE;
    cleanRtxQueue(cpu, sock);
    if (ack.reorderedSeq < ack.priorHighestSeq && ack.advanced) {
      sock.scoreboard.checkReordering(ack.reorderedSeq);
    }
    long rttNs = updateRtt(cpu, sock, skb);
    sock.recovery.adapt();
    sock.probe.acknowledged(ack);
    ack.setsTimer = ack.dataAcked;
    if (isDubious(sock)) {
      alert(cpu, sock, skb);
    }
    if (ack.setsTimer && !sock.probe.schedule(cpu, timers, true)) {
      sock.rearmRto(cpu, timers);
    }
    sock.congestion.endAck(sock.srttNs, rttNs, ack.dataAcked);
  }

  /** {@code tcp_ack_is_dubious}. */
  private boolean isDubious(TcpSock sock) {
    return !ack.notDuplicate || ack.dataSacked || ack.dsacking || sock.congestion.state() != CaState.OPEN;
  }

  private void alert(Cpu cpu, TcpSock sock, SkBuff skb) {
    long againUs = sock.recovery.alert(ack, skb.tcp().echoMs());
    if (againUs > 0) {
      ack.setsTimer = false;
      sock.rtoTimer.start(cpu, timers, XmitTimer.Purpose.REORDERING,
          Scheduler.jiffies(againUs * NS_PER_US + TIMER_SLACK_NS));
    }
  }

  /** {@code tcp_ack_probe}: whether the window is open for what waits first, or nothing does. */
  private static boolean takesHead(TcpSock sock) {
    SkBuff head = sock.writeQueue.peek();
    return head == null || head.tcp().endSeq() <= sock.sndUna + sock.sndWndBytes;
  }

  /** {@code tcp_ack_update_window}; what is older than what told the window last tells nothing. */
  private void updateWindow(TcpSock sock, SkBuff skb) {
    int windowBytes = skb.tcp().windowBytes();
    boolean newer = ack.advanced || skb.tcp().seq() > sock.sndWl1
        || skb.tcp().seq() == sock.sndWl1 && (windowBytes > sock.sndWndBytes || windowBytes == 0);
    if (!newer) {
      return;
    }
    sock.sndWl1 = skb.tcp().seq();
    ack.notDuplicate = true;
    if (sock.sndWndBytes != windowBytes) {
      updateWindow(sock, windowBytes);
      sock.fastPathOff();
      sock.fastPathCheck();
    }
  }

  /** {@code tcp_sync_mss}: segments are at most half of the largest window. */
  void updateWindow(TcpSock sock, int windowBytes) {
    sock.sndWndBytes = windowBytes;
    if (windowBytes > sock.maxWindowBytes) {
      sock.maxWindowBytes = windowBytes;
      sock.mssBytes = Math.min(sock.advmssBytes(), windowBytes / 2);
      sock.congestion.mssBytes(sock.mssBytes);
    }
  }

  /** {@code tcp_clean_rtx_queue}, with {@code tcp_tso_acked} of a segment that only a part has come of. */
  private void cleanRtxQueue(Cpu cpu, TcpSock sock) {
    SkBuff skb = sock.rtxQueue.peek();
    while (skb != null && skb.tcp().endSeq() <= sock.sndUna) {
      sock.rtxQueue.poll();
      sock.wmemQueuedBytes -= skb.truesizeBytes();
      sock.scoreboard.acknowledged(skb, ack);
      ack.dataAcked = true;
      cpu.enter(cleanRtx);
      pool.free(skb);
      skb = sock.rtxQueue.peek();
    }
    if (skb != null && skb.tcp().seq() < sock.sndUna) {
      int bytes = (int) (sock.sndUna - skb.tcp().seq());
      segments.fragmentSent(cpu, sock, skb, bytes);
      sock.rtxQueue.poll();
      sock.wmemQueuedBytes -= skb.truesizeBytes();
      sock.scoreboard.acknowledged(skb, ack);
      ack.dataAcked = true;
      pool.free(skb);
    }
    ack.notDuplicate |= ack.dataAcked;
  }

  /** {@code tcp_ack_update_rtt}: returns the round trip of the newest segment, or -1 if nobody knows. */
  private long updateRtt(Cpu cpu, TcpSock sock, SkBuff skb) {
    long nowNs = cpu.nowNs();
    boolean acked = ack.firstAckedNs != AckState.NEVER && !ack.resentAcked;
    long sampleNs = acked ? nowNs - ack.firstAckedNs : -1;
    long newestNs = acked ? nowNs - ack.lastAckedNs : -1;
    if (ack.firstSackedNs != AckState.NEVER) {
      sampleNs = sampleNs < 0 ? nowNs - ack.firstSackedNs : sampleNs;
      newestNs = nowNs - ack.lastSackedNs;
    }
    if (sampleNs < 0 && ack.dataAcked && skb.tcp().echoMs() > 0) {
      sampleNs = Math.max(TcpTransmit.clockMs(nowNs) - skb.tcp().echoMs(), 1) * NS_PER_MS;
      newestNs = sampleNs;
    }
    if (sampleNs >= 0) {
      estimateRtt(sock, sampleNs);
    }
    return newestNs;
  }

  /** {@code tcp_rtt_estimator}: an eighth of the new measurement, and seven of the old. */
  private static void estimateRtt(TcpSock sock, long rttNs) {
    sock.srttNs += sock.srttNs == 0 ? rttNs : (rttNs - sock.srttNs) / 8;
  }
}
