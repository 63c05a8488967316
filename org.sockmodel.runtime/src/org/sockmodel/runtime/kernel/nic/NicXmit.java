package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.netdev.Rps;
import org.sockmodel.runtime.kernel.skb.FlowKeys;
import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * {@code ndo_start_xmit} of a card: a packet leaves at once. {@code self}: the packet; {@code other}: the {@link
 * NetDevice}.
 */
public final class NicXmit extends KernelFunction {

  private static final int BEGIN = 0;

  private final Path path;
  private final TxRing[] rings;

  /**
   * @param rings the card's, which are filled in before it sends; the hash of a flow chooses among them
   *     ({@code skb_tx_hash})
   */
  public NicXmit(Path[] paths, TxRing[] rings) {
    super("ndo_start_xmit");
    path = PathPoint.NIC_XMIT.in(paths);
    this.rings = rings;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    if (frame.pc == BEGIN) {
      cpu.walk(frame, path, BEGIN + 1);
    } else {
      SkBuff skb = (SkBuff) frame.self;
      NetDevice.Wire wire = ((NetDevice) frame.other).wire();
      if (wire != null) {
        wire.receive(skb);
      }
      rings[Rps.reciprocalScale(FlowKeys.hash(skb), rings.length)].sent(skb);
      cpu.ret(frame, 0);
    }
  }
}
