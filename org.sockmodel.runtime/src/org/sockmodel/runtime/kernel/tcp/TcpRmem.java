package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.inet.DropReason;
import org.sockmodel.runtime.kernel.inet.Drops;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;

/**
 * {@code tcp_try_rmem_schedule} with {@code tcp_prune_queue}, {@code net/ipv4/tcp_input.c}: whether a socket has memory
 * for one more segment; if it has not, its buffer grows, then segments are collapsed into fewer ones, and then what
 * came out of order goes.
 */
final class TcpRmem {

  private static final int GOAL_PART = 8;

  private final Drops drops;
  private final TcpCollapse collapse;

  TcpRmem(Drops drops, TcpCollapse collapse) {
    this.drops = drops;
    this.collapse = collapse;
  }

  /** False if the segment is to be dropped. */
  boolean schedule(Cpu cpu, TcpSock sock, SkBuff skb) {
    if (canIngest(sock) || prune(cpu, sock, skb)) {
      sock.scheduleRmem(skb.truesizeBytes());
      return true;
    }
    return false;
  }

  private boolean prune(Cpu cpu, TcpSock sock, SkBuff skb) {
    sock.count(SnmpCounter.TCP_EXT_PRUNE_CALLED);
    sock.window.clamp();
    if (canIngest(sock)) {
      return true;
    }
    collapse.collapseAside(sock);
    collapse.collapse(sock);
    if (!canIngest(sock) && pruneAside(cpu, sock, skb)) {
      sock.count(SnmpCounter.TCP_EXT_OFO_PRUNED);
      sock.sacks.reset();
    }
    boolean room = canIngest(sock);
    sock.count(SnmpCounter.TCP_EXT_RCV_PRUNED, room ? 0 : 1);
    return room || sock.receiveQueue().isEmpty();
  }

  /**
   * {@code tcp_prune_ofo_queue}: an eighth of the buffer at a time goes, the latest first, but nothing that comes
   * before the segment that there is no room for.
   */
  private boolean pruneAside(Cpu cpu, TcpSock sock, SkBuff skb) {
    boolean pruned = false;
    int goalBytes = sock.rcvbufBytes() / GOAL_PART;
    while (!sock.outOfOrder.isEmpty() && skb.tcp().seq() <= sock.outOfOrder.peekLast().tcp().seq()) {
      SkBuff last = sock.outOfOrder.pollLast();
      pruned = true;
      goalBytes -= last.truesizeBytes();
      sock.uncharge(last);
      drops.drop(cpu, last, sock, DropReason.TCP_OFO_QUEUE_PRUNE);
      if (goalBytes <= 0) {
        if (canIngest(sock)) {
          break;
        }
        goalBytes = sock.rcvbufBytes() / GOAL_PART;
      }
    }
    return pruned;
  }

  /** {@code tcp_can_ingest}: what is there is not more than the buffer; the segment itself may be. */
  private static boolean canIngest(TcpSock sock) {
    return sock.rmemAllocBytes() <= sock.rcvbufBytes();
  }
}
