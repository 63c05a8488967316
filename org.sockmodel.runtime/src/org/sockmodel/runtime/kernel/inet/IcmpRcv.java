package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;

/**
 * {@code icmp_rcv}, {@code net/ipv4/icmp.c}. {@code self}: the packet. What a message says is not modelled: it is taken
 * for one that asks for no answer, such as an echo reply.
 */
public final class IcmpRcv extends KernelFunction {

  private static final int BEGIN = 0;

  private final Path path;
  private final SkBuffPool pool;
  private final int location;

  public IcmpRcv(Path[] paths, SkBuffPool pool, Names names) {
    super("icmp_rcv");
    path = paths[PathPoint.ICMP_RCV.ordinal()];
    this.pool = pool;
    location = names.intern("icmp_rcv");
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    if (frame.pc == BEGIN) {
      cpu.walk(frame, path, BEGIN + 1);
      return;
    }
    SkBuff skb = (SkBuff) frame.self;
    cpu.trace().fire(ConsumeSkb.TRACEPOINT, skb.address(), location);
    pool.free(skb);
    cpu.ret(frame, 0);
  }
}
