package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.model.IpProtocol;

/** {@code ip_rcv} to {@code ip_protocol_deliver_rcu}, {@code net/ipv4/ip_input.c}. {@code self}: the packet. */
public final class IpRcv extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int ROUTE = 1;
  private static final int LOCAL = 2;
  private static final int DELIVER = 3;

  private final Path rcv;
  private final Path localDeliver;
  private final Handler tcp;
  private final Handler udp;

  /**
   * A protocol: {@code struct net_protocol}.
   *
   * @param earlyDemux looks for the packet's socket, whose route then is the packet's
   * @param rcv takes the packet
   */
  public record Handler(Path earlyDemux, KernelFunction rcv) {
  }

  /**
   * @param rcv the functions from the device layer to where the route is looked for
   * @param localDeliver the functions from there to the protocol
   */
  public IpRcv(Path rcv, Path localDeliver, Handler tcp, Handler udp) {
    super("ip_rcv");
    this.rcv = rcv;
    this.localDeliver = localDeliver;
    this.tcp = tcp;
    this.udp = udp;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    Handler handler = skb.protocol() == IpProtocol.IPPROTO_TCP ? tcp : udp;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, rcv, skb.isRouted() ? LOCAL : ROUTE);
      case ROUTE -> cpu.walk(frame, handler.earlyDemux(), LOCAL);
      case LOCAL -> cpu.walk(frame, localDeliver, DELIVER);
      case DELIVER -> cpu.call(frame, handler.rcv(), skb, DELIVER + 1);
      default -> cpu.ret(frame, 0);
    }
  }
}
