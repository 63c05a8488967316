package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;

/**
 * The interrupt handler of a driver that frees what is sent at once: {@code e1000_intr_msix_tx},
 * {@code drivers/net/ethernet/intel/e1000e/netdev.c}. {@code self}: the {@link TxRing}.
 */
public final class TxHandler extends KernelFunction {

  public TxHandler() {
    super("clean_tx_irq");
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TxRing ring = (TxRing) frame.self;
    ring.interrupted();
    ring.clean();
    ring.unmask();
    cpu.ret(frame, 0);
  }
}
