package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.timer.SoftHrtimer;

/**
 * Acknowledgements of what comes out of order that are held for a while, and sent as one: {@code compressed_ack} and
 * {@code dup_ack_counter} of {@code struct tcp_sock}, with {@code __tcp_ack_snd_check}, {@code net/ipv4/tcp_input.c}.
 * The first three tell the sender what is missing; then one is held for a twentieth of the round trip, with all others
 * that would be sent meanwhile.
 */
final class CompressedAcks {

  /** {@code TCP_FASTRETRANS_THRESH}. */
  private static final int FIRST = 3;
  /** {@code net.ipv4.tcp_comp_sack_nr}. */
  private static final int MOST = 44;
  /** {@code net.ipv4.tcp_comp_sack_delay_ns}. */
  private static final long MOST_DELAY_NS = 1_000_000;
  private static final long NS_PER_US = 1000;
  private static final int SHARE = 20;

  private final SoftHrtimer timer;
  private int held;
  private int sent;
  private long missingSeq;

  /**
   * @param timer {@code compressed_ack_timer}; null if the kernel holds none
   */
  CompressedAcks(SoftHrtimer timer) {
    this.timer = timer;
  }

  /** Whether any is held. */
  boolean isHeld() {
    return held > 0;
  }

  /** Holds an acknowledgement; false if it is to be sent now. */
  boolean hold(Cpu cpu, TcpSock sock) {
    if (timer == null || held >= MOST) {
      return false;
    }
    if (missingSeq != sock.rcvNxt) {
      missingSeq = sock.rcvNxt;
      sent = 0;
    }
    if (sent < FIRST) {
      sent++;
      return false;
    }
    held++;
    if (!timer.isQueued()) {
      timer.start(cpu, cpu.nowNs() + delayNs(sock));
    }
    return true;
  }

  private static long delayNs(TcpSock sock) {
    long rttNs = sock.window.rttUs() * NS_PER_US;
    if (sock.srttNs > 0) {
      rttNs = Math.min(rttNs, sock.srttNs);
    }
    return Math.min(rttNs / SHARE, MOST_DELAY_NS);
  }

  /** {@code tcp_sack_compress_send_ack}: one is to go out, and stands for all others. */
  void due(TcpSock sock) {
    sock.count(SnmpCounter.TCP_EXT_ACK_COMPRESSED, held - 1);
    held = 0;
    timer.cancel();
  }

  /** {@code tcp_event_ack_sent}: one has gone out for another reason, which tells all. */
  void sent(TcpSock sock) {
    if (held > 0) {
      sock.count(SnmpCounter.TCP_EXT_ACK_COMPRESSED, held);
      held = 0;
      timer.cancel();
    }
  }
}
