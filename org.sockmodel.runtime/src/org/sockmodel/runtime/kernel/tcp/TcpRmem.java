package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.inet.DropReason;
import org.sockmodel.runtime.kernel.inet.Drops;
import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * {@code tcp_try_rmem_schedule} with {@code tcp_prune_queue}, {@code net/ipv4/tcp_input.c}: whether a socket has memory
 * for one more segment; if it has not, its buffer grows, then segments are collapsed into fewer ones, and then what
 * came out of order goes.
 */
final class TcpRmem {

  private final Drops drops;
  private final TcpCollapse collapse;

  TcpRmem(Drops drops, TcpCollapse collapse) {
    this.drops = drops;
    this.collapse = collapse;
  }

  /** False if the segment is to be dropped. */
  boolean schedule(Cpu cpu, TcpSock sock, SkBuff skb) {
    if (sock.rmemAllocBytes() <= sock.rcvbufBytes() || prune(cpu, sock)) {
      sock.scheduleRmem(skb.truesizeBytes());
      return true;
    }
    return false;
  }

  private boolean prune(Cpu cpu, TcpSock sock) {
    sock.window.clamp();
    if (sock.rmemAllocBytes() > sock.rcvbufBytes()) {
      collapse.collapse(sock);
    }
    while (sock.rmemAllocBytes() > sock.rcvbufBytes()) {
      SkBuff last = sock.outOfOrder.pollLast();
      if (last == null) {
        return sock.receiveQueue().isEmpty();
      }
      sock.sacks.reset();
      sock.uncharge(last);
      drops.drop(cpu, last, sock, DropReason.TCP_OFO_QUEUE_PRUNE);
    }
    return true;
  }
}
