package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.softirq.Softirqs;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;
import org.sockmodel.runtime.trace.NetTracepoints.NetDevQueue;
import org.sockmodel.runtime.trace.NetTracepoints.NetDevStartXmit;
import org.sockmodel.runtime.trace.NetTracepoints.NetDevXmit;

/**
 * {@code __dev_queue_xmit}, {@code net/core/dev.c}: hands a packet to its device with softirqs off, and then lets run
 * what that raised. {@code self}: the packet; {@code other}: the {@link NetDevice}. Locals: the packet may be freed
 * before the transmit is over, so {@code n} keeps its address and {@code m} its length on the wire; {@code k}: how much
 * of the data of a packet that is cut into segments is left.
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
  private final SkBuffPool pool;
  private final int validateXmitSkb;

  public DevQueueXmit(Path[] paths, Softirqs softirqs, SkBuffPool pool, Names names) {
    super("__dev_queue_xmit");
    hardStartXmit = PathPoint.DEV_HARD_START_XMIT.in(paths);
    xmitDone = PathPoint.XMIT_DONE.in(paths);
    this.softirqs = softirqs;
    this.pool = pool;
    validateXmitSkb = names.intern("validate_xmit_skb");
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    NetDevice device = (NetDevice) frame.other;
    switch (frame.pc) {
      case BEGIN -> begin(cpu, frame, device);
      case START -> {
        SkBuff out = frame.k > 0 ? cut(frame) : (SkBuff) frame.self;
        cpu.trace().fire(NetDevStartXmit.TRACEPOINT, device.name(), 0, frame.n, frame.m);
        cpu.call(frame, device.startXmit(), out, SENT).other = device;
      }
      case SENT -> {
        cpu.trace().fire(NetDevXmit.TRACEPOINT, device.name(), frame.n, frame.m, 0);
        frame.pc = START;
        if (frame.k == 0) {
          cpu.walk(frame, xmitDone, ENABLE);
        }
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
    frame.k = 0;
    if (GsoSegment.isNeeded(skb, frame.m)) {
      frame.k = skb.payloadBytes();
      cpu.trace().fire(ConsumeSkb.TRACEPOINT, frame.n, validateXmitSkb);
    }
    cpu.walk(frame, hardStartXmit, START);
  }

  /** The next segment; the packet goes with its last one. */
  private SkBuff cut(Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    SkBuff segment = GsoSegment.next(pool, skb, frame.k);
    frame.k -= segment.payloadBytes();
    if (frame.k == 0) {
      pool.free(skb);
    }
    frame.n = segment.address();
    frame.m = segment.lengthBytes() + ETHERNET_HEADER_BYTES;
    return segment;
  }
}
