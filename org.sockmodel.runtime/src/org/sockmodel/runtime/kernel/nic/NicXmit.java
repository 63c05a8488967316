package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;

/**
 * {@code ndo_start_xmit} of an ideal card: a packet leaves at once, and no interrupt says so. {@code self}: the packet;
 * {@code other}: the {@link NetDevice}.
 */
public final class NicXmit extends KernelFunction {

  private static final int BEGIN = 0;

  private final Path path;
  private final SkBuffPool pool;

  public NicXmit(Path[] paths, SkBuffPool pool) {
    super("ndo_start_xmit");
    path = paths[PathPoint.NIC_XMIT.ordinal()];
    this.pool = pool;
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
      pool.free(skb);
      cpu.ret(frame, 0);
    }
  }
}
