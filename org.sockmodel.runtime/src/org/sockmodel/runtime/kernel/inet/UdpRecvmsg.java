package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.ReadTime;
import org.sockmodel.runtime.kernel.skb.DeferredFrees;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkbReleaseData;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.sock.DatagramRecvmsg;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.wait.WakeFunction;
import org.sockmodel.runtime.trace.NetTracepoints.SkbCopyDatagramIovec;
import org.sockmodel.runtime.uapi.MessageFlag;

/** {@code udp_recvmsg} with {@code __skb_recv_udp}, {@code net/ipv4/udp.c}. */
public final class UdpRecvmsg extends DatagramRecvmsg {

  private final Path splice;
  private final Path unlock;
  private final Path copyPaged;
  private final Path copy;
  private final Path done;
  private final ReadTime readTime;
  /** Whether the copy of a linear packet fires {@code skb_copy_datagram_iovec}, as others do. */
  private final boolean tracesCopy;
  /** Frees what has been read. */
  private final DeferredFrees frees;
  /** Frees what has a wrong checksum. */
  private final Drops drops;

  public UdpRecvmsg(InetEnvironment kernel) {
    super("udp_recvmsg", waiting(kernel.paths()), kernel.scheduleTimeout(), kernel.busyLoop(),
        WakeFunction.receiver(kernel.paths(), kernel.tryToWakeUp()));
    Path[] paths = kernel.paths();
    splice = CallPoint.UDP_SPLICE.in(paths);
    unlock = CallPoint.UDP_QUEUE_UNLOCK.in(paths);
    copyPaged = CallPoint.UDP_COPY_PAGED.in(paths);
    copy = PathPoint.UDP_COPY.in(paths);
    done = PathPoint.UDP_RECVMSG_DONE.in(paths);
    readTime = kernel.readTime();
    tracesCopy = !kernel.profile().has("copy_linear_skb");
    frees = kernel.profile().has("udp_defer_free") ? kernel.frees()
        : new DeferredFrees(0, paths, kernel.names(), new SkbReleaseData(kernel.pool(), kernel.names()), false);
    drops = kernel.drops("udp_recvmsg");
  }

  private static Waiting waiting(Path[] paths) {
    return new Waiting(PathPoint.UDP_RECVMSG.in(paths), PathPoint.WAIT_FOR_MORE_PACKETS.in(paths),
        PathPoint.UDP_SCHEDULE_TIMEOUT.in(paths), PathPoint.WAIT_FOR_MORE_DONE.in(paths),
        PathPoint.UDP_WOKEN.in(paths));
  }

  /** {@code __skb_recv_udp}: what came since the last look moves to {@code reader_queue} when that is empty. */
  @Override
  protected void lookInto(Cpu cpu, Sock sock) {
    if (((UdpSock) sock).splice()) {
      cpu.enter(splice);
    }
    cpu.enter(unlock);
  }

  @Override
  protected int take(Cpu cpu, Frame frame, Sock sock) {
    boolean peek = (frame.m & MessageFlag.MSG_PEEK) != 0;
    SkBuff skb = peek ? sock.receiveQueue().peek() : sock.unqueue();
    if (TransportChecksum.isWrong(skb)) {
      return drop(cpu, frame, sock, skb, peek);
    }
    int bytes = (int) Math.min(skb.payloadBytes(), frame.n);
    boolean unchecked = skb.takeUnchecked();
    boolean checksAsItCopies = unchecked && !peek && bytes == skb.payloadBytes();
    if (skb.isPaged() && !checksAsItCopies) {
      cpu.enter(copyPaged);
    }
    if ((tracesCopy || skb.isPaged()) && !checksAsItCopies) {
      cpu.trace().fire(SkbCopyDatagramIovec.TRACEPOINT, skb.address(), bytes);
    }
    frame.k = (frame.m & MessageFlag.MSG_TRUNC) != 0 ? skb.payloadBytes() : bytes;
    long copyNs = readTime.ns(skb, bytes, true, cpu);
    if (!peek) {
      sock.count(SnmpCounter.UDP_IN_DATAGRAMS);
      frees.free(skb, cpu);
    }
    return cpu.walkOn(frame, copy, copyNs, PROTOCOL);
  }

  /** {@code csum_copy_err}: the copy has found the checksum wrong, or the look before it; the next packet, then. */
  private int drop(Cpu cpu, Frame frame, Sock sock, SkBuff skb, boolean peek) {
    if (peek) {
      sock.unqueue();
    }
    long copyNs = readTime.ns(skb, skb.payloadBytes(), true, cpu);
    sock.count(SnmpCounter.UDP_IN_CSUM_ERRORS);
    sock.count(SnmpCounter.UDP_IN_ERRORS);
    drops.drop(cpu, skb, DropReason.UDP_CSUM);
    return lookAgain(cpu, frame, copyNs);
  }

  @Override
  protected int takeOn(Cpu cpu, Frame frame, Sock sock, int pc) {
    return cpu.walkOn(frame, done, RETURN);
  }
}
