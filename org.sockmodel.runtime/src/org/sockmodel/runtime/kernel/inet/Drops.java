package org.sockmodel.runtime.kernel.inet;

import java.util.stream.Stream;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.KfreeSkb;

/** Drops packets with their reason: {@code kfree_skb_reason}, {@code include/net/dropreason-core.h}. */
final class Drops {

  /** {@code ETH_P_IP}. */
  private static final int ETH_P_IP = 0x800;

  private final SkBuffPool pool;
  private final int location;
  private final int[] reasons;

  /**
   * @param location the function that drops
   */
  Drops(SkBuffPool pool, Names names, String location) {
    this.pool = pool;
    this.location = names.intern(location);
    reasons = Stream.of(DropReason.values()).mapToInt(reason -> names.intern(reason.name())).toArray();
  }

  /** Nobody has the port. */
  void noSocket(Cpu cpu, SkBuff skb) {
    drop(cpu, skb, 0, DropReason.NO_SOCKET);
  }

  /** The socket's receive buffer is full. */
  void receiveBuffer(Cpu cpu, SkBuff skb, Sock sock) {
    drop(cpu, skb, sock, DropReason.SOCKET_RCVBUFF);
  }

  /** Nobody knows the protocol. */
  void noProtocol(Cpu cpu, SkBuff skb) {
    drop(cpu, skb, 0, DropReason.IP_NOPROTO);
  }

  /** A socket does not take the packet. */
  void drop(Cpu cpu, SkBuff skb, Sock sock, DropReason reason) {
    drop(cpu, skb, sock.address(), reason);
  }

  private void drop(Cpu cpu, SkBuff skb, long sock, DropReason reason) {
    if (cpu.trace().enabled()) {
      cpu.trace().begin(KfreeSkb.TRACEPOINT)
          .set(KfreeSkb.SKBADDR, skb.address())
          .set(KfreeSkb.RX_SK, sock)
          .set(KfreeSkb.PROTOCOL, ETH_P_IP)
          .set(KfreeSkb.LOCATION, location)
          .set(KfreeSkb.REASON, reasons[reason.ordinal()]);
      cpu.trace().commit();
    }
    pool.free(skb);
  }
}
