package org.sockmodel.runtime.kernel.inet;

import java.util.stream.Stream;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.netdev.KfreeSkb;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.trace.Names;

/** Drops packets with their reason: {@code include/net/dropreason-core.h}. */
public final class Drops {

  private final KfreeSkb kfreeSkb;
  private final int[] reasons;

  /**
   * @param location the function that drops
   */
  public Drops(SkBuffPool pool, Names names, String location) {
    kfreeSkb = new KfreeSkb(pool, names, location);
    reasons = Stream.of(DropReason.values()).mapToInt(reason -> names.intern(reason.name())).toArray();
  }

  /** Nobody has the port. */
  public void noSocket(Cpu cpu, SkBuff skb) {
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

  /** It is for no socket any more. */
  public void drop(Cpu cpu, SkBuff skb, DropReason reason) {
    drop(cpu, skb, 0, reason);
  }

  /** A socket does not take the packet. */
  public void drop(Cpu cpu, SkBuff skb, Sock sock, DropReason reason) {
    drop(cpu, skb, sock.address(), reason);
  }

  private void drop(Cpu cpu, SkBuff skb, long sock, DropReason reason) {
    kfreeSkb.drop(cpu, skb, sock, reasons[reason.ordinal()]);
  }
}
