package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.skb.SkbReleaseData;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints;

/** {@code kfree_skb_reason}, {@code net/core/skbuff.c}, called by one function. */
public final class KfreeSkb {

  /** {@code ETH_P_IP}. */
  private static final int ETH_P_IP = 0x800;

  private final SkbReleaseData releaseData;
  private final int location;
  private final int protocol;

  /**
   * @param location the function that drops
   */
  public KfreeSkb(SkBuffPool pool, Names names, String location) {
    this(pool, names, location, ETH_P_IP);
  }

  /**
   * Of packets that are not IP's.
   *
   * @param protocol of {@code ETH_P_IP} and its like; 0 for none
   */
  public KfreeSkb(SkBuffPool pool, Names names, String location, int protocol) {
    releaseData = new SkbReleaseData(pool, names);
    this.protocol = protocol;
    this.location = names.intern(location);
  }

  /**
   * Drops a packet.
   *
   * @param sock address of the socket that it was for; 0 if it is for none
   * @param reason name of the {@code skb_drop_reason}, an id in the trace's names
   */
  public void drop(Cpu cpu, SkBuff skb, long sock, int reason) {
    if (cpu.trace().enabled()) {
      cpu.trace().begin(NetTracepoints.KfreeSkb.TRACEPOINT)
          .set(NetTracepoints.KfreeSkb.SKBADDR, skb.address())
          .set(NetTracepoints.KfreeSkb.RX_SK, sock)
          .set(NetTracepoints.KfreeSkb.PROTOCOL, protocol)
          .set(NetTracepoints.KfreeSkb.LOCATION, location)
          .set(NetTracepoints.KfreeSkb.REASON, reason);
      cpu.trace().commit();
    }
    releaseData.released(cpu, skb);
  }
}
