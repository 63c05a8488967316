package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.NapiStruct;
import org.sockmodel.runtime.kernel.netdev.NetRxAction;

/** The NAPI context of a transmit queue with a vector of its own, which is polled to free what the card has sent. */
public final class TxNapi extends NapiStruct {

  private final TxRing ring;
  private final KernelFunction poll;

  /**
   * @param address what a trace shows as {@code napi}
   * @param deviceName an id in the trace's names
   * @param poll a {@link Poll}
   */
  public TxNapi(long address, int deviceName, int weightPackets, TxRing ring, KernelFunction poll) {
    super(address, deviceName, weightPackets);
    this.ring = ring;
    this.poll = poll;
  }

  @Override
  public KernelFunction poll() {
    return poll;
  }

  /** {@code virtnet_poll_tx}, {@code igb_poll} of a transmit ring: counts no work. {@code self}: the context. */
  public static final class Poll extends KernelFunction {

    private static final int BEGIN = 0;

    private final Path napiComplete;
    private final NetRxAction netRx;

    public Poll(Path[] paths, NetRxAction netRx) {
      super("napi_poll");
      napiComplete = PathPoint.NAPI_COMPLETE.in(paths);
      this.netRx = netRx;
    }

    @Override
    protected void step(Cpu cpu, Frame frame) {
      TxNapi napi = (TxNapi) frame.self;
      if (frame.pc == BEGIN) {
        napi.ring.clean();
        cpu.walk(frame, napiComplete, BEGIN + 1);
        return;
      }
      if (netRx.complete(cpu, napi)) {
        napi.ring.unmask();
      }
      cpu.ret(frame, 0);
    }
  }
}
