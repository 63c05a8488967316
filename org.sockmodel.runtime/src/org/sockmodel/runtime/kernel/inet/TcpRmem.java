package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * {@code tcp_try_rmem_schedule} with {@code tcp_prune_queue}, {@code net/ipv4/tcp_input.c}: whether a socket has memory
 * for one more segment; if it has not, its buffer grows, and then what came out of order goes. Does not collapse
 * segments into fewer ones.
 */
final class TcpRmem {

  private final Drops drops;

  TcpRmem(Drops drops) {
    this.drops = drops;
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
    while (sock.rmemAllocBytes() > sock.rcvbufBytes()) {
      SkBuff last = sock.outOfOrder.pollLast();
      if (last == null) {
        return sock.receiveQueue().isEmpty();
      }
      sock.uncharge(last);
      drops.drop(cpu, last, sock, DropReason.TCP_OFO_QUEUE_PRUNE);
    }
    return true;
  }
}
