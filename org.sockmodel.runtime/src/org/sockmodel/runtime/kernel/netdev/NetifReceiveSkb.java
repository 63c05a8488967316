package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.kernel.skb.ArpMessage;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints;

/**
 * {@code __netif_receive_skb_core}, {@code net/core/dev.c}: hands a packet to its protocol. {@code self}: the packet.
 */
public final class NetifReceiveSkb extends StraightFunction {

  private static final int BEGIN = 0;
  private static final int RECEIVE = 1;
  private static final int END = 2;

  private final Path path;
  private final KernelFunction ip;
  private final KernelFunction arp;
  private final SoftnetStat[] stats;
  private final KfreeSkb kfreeSkb;
  private final int tcIngress;

  /**
   * @param path the way from where the packet was to here
   * @param ip {@code packet_type.func} of IPv4, with the packet as its {@code self}
   * @param arp the same of ARP
   * @param stats one a CPU
   */
  public NetifReceiveSkb(Path path, KernelFunction ip, KernelFunction arp, SoftnetStat[] stats, SkBuffPool pool,
      Names names) {
    super("__netif_receive_skb_core");
    kfreeSkb = new KfreeSkb(pool, names, symbol());
    tcIngress = names.intern("TC_INGRESS");
    this.path = path;
    this.ip = ip;
    this.arp = arp;
    this.stats = stats;
  }

  @Override
  protected int run(Cpu cpu, Frame frame, Object self, int from) {
    SkBuff skb = (SkBuff) self;
    int pc = from;
    if (pc == BEGIN) {
      pc = cpu.walkOn(frame, path, RECEIVE);
    }
    if (pc == RECEIVE) {
      skb.memory().handedUp(cpu.id(), ++stats[cpu.id()].processed);
      if (cpu.trace().enabled()) {
        cpu.trace().fire(NetTracepoints.NetifReceiveSkb.TRACEPOINT, skb.device().name(), skb.address(),
            skb.lengthBytes());
      }
      KernelFunction packetType = skb.protocol() == ArpMessage.ETH_P_ARP ? arp : ip;
      pc = isFiltered(cpu, skb) ? END : cpu.callOn(frame, packetType, skb, END);
    }
    return pc == END ? ret(cpu, 0) : suspend(frame, skb);
  }

  /** {@code sch_handle_ingress}: whether a filter of the device has dropped the packet. */
  private boolean isFiltered(Cpu cpu, SkBuff skb) {
    IngressFilter filter = NetDevice.of(skb).ingress();
    if (filter == null || !filter.drops(skb)) {
      return false;
    }
    kfreeSkb.drop(cpu, skb, 0, tcIngress);
    return true;
  }
}
