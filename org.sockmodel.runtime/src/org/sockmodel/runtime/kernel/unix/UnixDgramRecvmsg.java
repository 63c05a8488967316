package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.sock.DatagramRecvmsg;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.wait.WaitQueueHead;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.MessageFlag;
import org.sockmodel.runtime.uapi.PollEvent;

/** {@code __unix_dgram_recvmsg}, {@code net/unix/af_unix.c}, for datagram and sequenced packet sockets. */
public final class UnixDgramRecvmsg extends DatagramRecvmsg {

  private static final int TAKEN = PROTOCOL;
  private static final int COPIED = PROTOCOL + 1;

  private final Path done;
  private final KernelFunction wakeUp;
  private final KernelFunction copy;

  private UnixDgramRecvmsg(UnixEnvironment kernel, String symbol, PathPoint begin, KernelFunction wakeUp,
      KernelFunction copy) {
    super(symbol, waiting(kernel.paths(), begin), kernel.scheduleTimeout(), kernel.busyLoop(), kernel.receiver());
    done = PathPoint.UNIX_RECVMSG_DONE.in(kernel.paths());
    this.wakeUp = wakeUp;
    this.copy = copy;
  }

  /**
   * {@code unix_dgram_recvmsg}.
   *
   * @param wakeUp {@code __wake_up_sync_key}, for senders that wait for room in the queue
   * @param copy see {@link UnixCopy}
   */
  public static UnixDgramRecvmsg datagram(UnixEnvironment kernel, KernelFunction wakeUp, KernelFunction copy) {
    return new UnixDgramRecvmsg(kernel, "unix_dgram_recvmsg", PathPoint.UNIX_DGRAM_RECVMSG, wakeUp, copy);
  }

  /** {@code unix_seqpacket_recvmsg}, likewise. */
  public static UnixDgramRecvmsg seqpacket(UnixEnvironment kernel, KernelFunction wakeUp, KernelFunction copy) {
    return new UnixDgramRecvmsg(kernel, "unix_seqpacket_recvmsg", PathPoint.UNIX_SEQPACKET_RECVMSG, wakeUp, copy);
  }

  private static Waiting waiting(Path[] paths, PathPoint begin) {
    return new Waiting(begin.in(paths), PathPoint.UNIX_WAIT_FOR_MORE_PACKETS.in(paths),
        PathPoint.UDP_SCHEDULE_TIMEOUT.in(paths), PathPoint.WAIT_FOR_MORE_DONE.in(paths),
        PathPoint.UNIX_DGRAM_WOKEN.in(paths));
  }

  @Override
  protected long refused(Sock sock) {
    UnixSock unix = (UnixSock) sock;
    return unix.isConnectionBased() && unix.peer() == null ? -Errno.ENOTCONN : 0;
  }

  /** A sequenced packet socket that its peer has left says so even to a reader that does not wait. */
  @Override
  protected long nothing(Sock sock) {
    boolean ended = ((UnixSock) sock).isConnectionBased() && (sock.shutdown() & Sock.RCV_SHUTDOWN) != 0;
    return ended ? 0 : -Errno.EAGAIN;
  }

  @Override
  protected int take(Cpu cpu, Frame frame, Sock sock) {
    boolean peek = (frame.m & MessageFlag.MSG_PEEK) != 0;
    SkBuff skb = peek ? sock.receiveQueue().peek() : sock.receiveQueue().poll();
    frame.k = (frame.m & MessageFlag.MSG_TRUNC) != 0 ? skb.payloadBytes() : Math.min(skb.payloadBytes(), frame.n);
    frame.other = skb;
    WaitQueueHead senders = ((UnixSock) sock).peerWait();
    return senders.hasSleeper() ? cpu.callOn(frame, wakeUp, senders, 0, PollEvent.POLLOUT, TAKEN) : TAKEN;
  }

  @Override
  protected int takeOn(Cpu cpu, Frame frame, Sock sock, int pc) {
    if (pc == COPIED) {
      return cpu.walkOn(frame, done, RETURN);
    }
    SkBuff skb = (SkBuff) frame.other;
    int consumes = (frame.m & MessageFlag.MSG_PEEK) != 0 ? 0 : 1;
    return cpu.callOn(frame, copy, skb, Math.min(skb.payloadBytes(), frame.n), consumes, COPIED);
  }
}
