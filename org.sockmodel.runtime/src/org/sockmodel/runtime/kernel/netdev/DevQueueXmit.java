package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.softirq.Softirqs;
import org.sockmodel.runtime.trace.NetTracepoints.NetDevQueue;
import org.sockmodel.runtime.trace.NetTracepoints.NetDevStartXmit;
import org.sockmodel.runtime.trace.NetTracepoints.NetDevXmit;

/**
 * {@code __dev_queue_xmit}, {@code net/core/dev.c}: hands a packet to its device with softirqs off, and then lets run
 * what that raised. {@code self}: the packet; {@code other}: the {@link NetDevice}. Locals: the packet may be freed
 * before the transmit is over, so {@code n} keeps its address and {@code m} its length on the wire.
 */
public final class DevQueueXmit extends KernelFunction {

  private static final int ETHERNET_HEADER_BYTES = 14;

  private static final int BEGIN = 0;
  private static final int START = 1;
  private static final int SENT = 2;
  private static final int ENABLE = 3;
  private static final int DONE = 4;

  private final Path hardStartXmit;
  private final Path xmitDone;
  private final Softirqs softirqs;

  public DevQueueXmit(Path[] paths, Softirqs softirqs) {
    super("__dev_queue_xmit");
    hardStartXmit = paths[PathPoint.DEV_HARD_START_XMIT.ordinal()];
    xmitDone = paths[PathPoint.XMIT_DONE.ordinal()];
    this.softirqs = softirqs;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    NetDevice device = (NetDevice) frame.other;
    switch (frame.pc) {
      case BEGIN -> begin(cpu, frame, device);
      case START -> {
        cpu.trace().fire(NetDevStartXmit.TRACEPOINT, device.name(), 0, frame.n, frame.m);
        cpu.call(frame, device.startXmit(), frame.self, SENT).other = device;
      }
      case SENT -> {
        cpu.trace().fire(NetDevXmit.TRACEPOINT, device.name(), frame.n, frame.m, 0);
        cpu.walk(frame, xmitDone, ENABLE);
      }
      case ENABLE -> softirqs.enable(cpu, frame, DONE);
      default -> cpu.ret(frame, 0);
    }
  }

  private void begin(Cpu cpu, Frame frame, NetDevice device) {
    SkBuff skb = (SkBuff) frame.self;
    softirqs.disable(cpu);
    frame.n = skb.address();
    frame.m = skb.lengthBytes() + ETHERNET_HEADER_BYTES;
    cpu.trace().fire(NetDevQueue.TRACEPOINT, device.name(), frame.n, frame.m);
    cpu.walk(frame, hardStartXmit, START);
  }
}
