package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * {@code enqueue_to_backlog}, {@code net/core/dev.c}: a packet to the backlog of a CPU, which is this one or one that
 * this one interrupts at the end of its NET_RX. {@code self}: the packet; {@code n}: the CPU.
 */
public final class EnqueueToBacklog extends KernelFunction {

  private static final int BEGIN = 0;

  private final Path path;
  private final Backlog[] backlogs;
  private final FlowLimit[] limits;
  private final NetRxAction netRx;
  private final KfreeSkb kfreeSkb;
  private final int reason;

  /**
   * @param backlogs one a CPU
   * @param limits one a CPU, null where it has none
   * @param reason the drop reason CPU_BACKLOG, an id in the trace's names
   */
  public EnqueueToBacklog(Path[] paths, Backlog[] backlogs, FlowLimit[] limits, NetRxAction netRx,
      KfreeSkb kfreeSkb, int reason) {
    super("enqueue_to_backlog");
    path = PathPoint.ENQUEUE_TO_BACKLOG.in(paths);
    this.backlogs = backlogs;
    this.limits = limits;
    this.netRx = netRx;
    this.kfreeSkb = kfreeSkb;
    this.reason = reason;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    if (frame.pc == BEGIN) {
      cpu.walk(frame, path, BEGIN + 1);
      return;
    }
    SkBuff skb = (SkBuff) frame.self;
    Backlog backlog = backlogs[(int) frame.n];
    if (backlog.add(skb, limits[cpu.id()])) {
      netRx.schedule(cpu, backlog);
    } else {
      kfreeSkb.drop(cpu, skb, 0, reason);
    }
    cpu.ret(frame, 0);
  }
}
