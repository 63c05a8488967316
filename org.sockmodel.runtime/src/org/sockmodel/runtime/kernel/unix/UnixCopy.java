package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;
import org.sockmodel.runtime.trace.NetTracepoints.SkbCopyDatagramIovec;

/**
 * A packet's data to user space, and if that was the last of it, {@code consume_skb} with {@code sock_wfree} and {@code
 * unix_write_space}, which wakes a sender that waits for memory. {@code self}: the packet, which its queue has no more
 * if it is to be consumed; {@code n}: bytes to copy; {@code m}: 1 to consume the packet.
 */
public final class UnixCopy extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int COPY = 1;
  private static final int COPIED = 2;
  private static final int CONSUME = 3;
  private static final int RETURN = 4;

  /** The stretches up to the copy, of the copy, and after it. */
  private static final PathPoint[] STREAM =
      {PathPoint.UNIX_STREAM_COPY, PathPoint.UNIX_STREAM_COPIED, PathPoint.UNIX_STREAM_CONSUME};
  private static final PathPoint[] DATAGRAM =
      {PathPoint.UNIX_DGRAM_COPY, PathPoint.UNIX_DGRAM_COPIED, PathPoint.UNIX_DGRAM_CONSUME};

  private final Path find;
  private final Path copy;
  private final Path consume;
  private final double copyNsPerByte;
  private final SkBuffPool pool;
  private final SockWfree wfree;
  private final int location;

  private UnixCopy(UnixEnvironment kernel, String symbol, PathPoint[] points, SockWfree wfree, String location) {
    super(symbol);
    find = points[0].in(kernel.paths());
    copy = points[1].in(kernel.paths());
    consume = points[2].in(kernel.paths());
    copyNsPerByte = kernel.copyNsPerByte();
    pool = kernel.pool();
    this.wfree = wfree;
    this.location = kernel.names().intern(location);
  }

  /** {@code unix_stream_read_actor}. */
  public static UnixCopy stream(UnixEnvironment kernel, SockWfree wfree) {
    return new UnixCopy(kernel, "unix_stream_read_actor", STREAM, wfree, "unix_stream_read_generic");
  }

  /** The copy in {@code __unix_dgram_recvmsg}. */
  public static UnixCopy datagram(UnixEnvironment kernel, SockWfree wfree) {
    return new UnixCopy(kernel, "skb_copy_datagram_iter", DATAGRAM, wfree, "__unix_dgram_recvmsg");
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, find, COPY);
      case COPY -> {
        cpu.trace().fire(SkbCopyDatagramIovec.TRACEPOINT, skb.address(), frame.n);
        cpu.walk(frame, copy, COPIED);
        cpu.spend(frame, Math.round(frame.n * copyNsPerByte), COPIED);
      }
      case COPIED -> {
        if (frame.m == 0) {
          frame.pc = RETURN;
        } else {
          cpu.walk(frame, consume, CONSUME);
        }
      }
      case CONSUME -> consume(cpu, frame, skb);
      default -> cpu.ret(frame, frame.n);
    }
  }

  private void consume(Cpu cpu, Frame frame, SkBuff skb) {
    cpu.trace().fire(ConsumeSkb.TRACEPOINT, skb.address(), location);
    UnixSock sender = (UnixSock) skb.socket();
    sender.sent(skb);
    pool.free(skb);
    wfree.wakeSender(cpu, frame, sender, RETURN);
  }
}
