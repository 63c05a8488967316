package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkbReleaseData;
import org.sockmodel.runtime.kernel.sock.DatagramRecvmsg;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.wait.WakeFunction;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;
import org.sockmodel.runtime.trace.NetTracepoints.SkbCopyDatagramIovec;
import org.sockmodel.runtime.uapi.MessageFlag;

/**
 * {@code raw_recvmsg}, {@code net/ipv4/raw.c}, with {@code skb_recv_datagram}: the program reads the packet with its IP
 * header.
 */
public final class RawRecvmsg extends DatagramRecvmsg {

  private static final int COPIED = PROTOCOL;

  private final Path copy;
  private final Path done;
  private final double copyNsPerByte;
  private final SkbReleaseData releaseData;
  private final int location;

  public RawRecvmsg(InetEnvironment kernel) {
    super("raw_recvmsg", waiting(kernel.paths()), kernel.scheduleTimeout(), kernel.busyLoop(),
        WakeFunction.receiver(kernel.paths(), kernel.tryToWakeUp()));
    copy = PathPoint.RAW_COPY.in(kernel.paths());
    done = PathPoint.RAW_RECVMSG_DONE.in(kernel.paths());
    copyNsPerByte = kernel.profile().copyNsPerByte();
    releaseData = new SkbReleaseData(kernel.pool(), kernel.names());
    location = kernel.names().intern("raw_recvmsg");
  }

  private static Waiting waiting(Path[] paths) {
    return new Waiting(PathPoint.RAW_RECVMSG.in(paths), PathPoint.RAW_WAIT_FOR_MORE_PACKETS.in(paths),
        PathPoint.UDP_SCHEDULE_TIMEOUT.in(paths), PathPoint.WAIT_FOR_MORE_DONE.in(paths),
        PathPoint.RAW_WOKEN.in(paths));
  }

  @Override
  protected int take(Cpu cpu, Frame frame, Sock sock) {
    SkBuff skb = isPeek(frame) ? sock.receiveQueue().peek() : sock.unqueue();
    int bytes = (int) Math.min(skb.lengthBytes(), frame.n);
    frame.k = (frame.m & MessageFlag.MSG_TRUNC) != 0 ? skb.lengthBytes() : bytes;
    frame.other = skb;
    cpu.trace().fire(SkbCopyDatagramIovec.TRACEPOINT, skb.address(), bytes);
    return cpu.walkOn(frame, copy, Math.round(bytes * copyNsPerByte), COPIED);
  }

  @Override
  protected int takeOn(Cpu cpu, Frame frame, Sock sock, int pc) {
    SkBuff skb = (SkBuff) frame.other;
    if (!isPeek(frame)) {
      cpu.trace().fire(ConsumeSkb.TRACEPOINT, skb.address(), location);
      releaseData.released(cpu, skb);
    }
    return cpu.walkOn(frame, done, RETURN);
  }

  private static boolean isPeek(Frame frame) {
    return (frame.m & MessageFlag.MSG_PEEK) != 0;
  }
}
