package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * The interrupt handler of a driver from before NAPI: each interrupt hands one packet up by the {@code netif_rx} that
 * its queue receives by, and the next packet interrupts again. {@code self}: the {@link RxQueue}.
 */
public final class NetifRxHandler extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int DONE = 1;

  public NetifRxHandler() {
    super("netif_rx");
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    RxQueue queue = (RxQueue) frame.self;
    if (frame.pc == BEGIN) {
      SkBuff skb = queue.take();
      if (skb != null) {
        skb.memory().allocCpu(cpu.id());
        cpu.call(frame, queue.receive(), skb, DONE);
        return;
      }
    }
    queue.unmask();
    cpu.ret(frame, 0);
  }
}
