package org.sockmodel.runtime.kernel.skb;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;
import org.sockmodel.runtime.trace.NetTracepoints.KfreeSkb;

/**
 * {@code skb_release_data}, {@code net/core/skbuff.c}: with a packet that was put together of fragments goes each of
 * them. Costs O(fragments).
 */
public final class SkbReleaseData {

  /** {@code ETH_P_IP}. */
  private static final int ETH_P_IP = 0x800;

  private final SkBuffPool pool;
  private final int location;
  private final int notSpecified;

  public SkbReleaseData(SkBuffPool pool, Names names) {
    this.pool = pool;
    location = names.intern("skb_release_data");
    notSpecified = names.intern("NOT_SPECIFIED");
  }

  /** Frees a packet by one of the functions that tell its fragments that it was read: {@code SKB_CONSUMED}. */
  void consumed(Cpu cpu, SkBuff skb) {
    for (SkBuff fragment = skb.fragments(); fragment != null; fragment = fragment.next) {
      cpu.trace().fire(ConsumeSkb.TRACEPOINT, fragment.address(), location);
    }
    pool.free(skb);
  }

  /** Frees a packet by {@code __kfree_skb}, which tells its fragments nothing. */
  public void released(Cpu cpu, SkBuff skb) {
    for (SkBuff fragment = skb.fragments(); fragment != null; fragment = fragment.next) {
      if (cpu.trace().enabled()) {
        cpu.trace().begin(KfreeSkb.TRACEPOINT)
            .set(KfreeSkb.SKBADDR, fragment.address())
            .set(KfreeSkb.RX_SK, 0)
            .set(KfreeSkb.PROTOCOL, ETH_P_IP)
            .set(KfreeSkb.LOCATION, location)
            .set(KfreeSkb.REASON, notSpecified);
        cpu.trace().commit();
      }
    }
    pool.free(skb);
  }
}
