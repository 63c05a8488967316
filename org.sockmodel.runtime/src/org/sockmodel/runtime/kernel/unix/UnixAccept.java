package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.sock.DatagramRecvmsg;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.wait.WaitQueueHead;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;
import org.sockmodel.runtime.uapi.Errno;

/**
 * {@code unix_accept}, {@code net/unix/af_unix.c}: takes the packet that stands for a connection out of the listener's
 * queue, with {@code skb_recv_datagram}, and wakes one of those who wait for room in it. {@code self}: the listener;
 * {@code other}: the caller's wait queue entry; {@code m}: flags. Returns 0, with the new socket in the caller's {@code
 * other}, or minus an errno.
 */
public final class UnixAccept extends DatagramRecvmsg {

  private static final int WOKEN = PROTOCOL;

  private final Path done;
  private final KernelFunction wakeUp;
  private final SkBuffPool pool;
  private final int location;

  /**
   * @param wakeUp {@code __wake_up}, for those who connect
   */
  public UnixAccept(UnixEnvironment kernel, KernelFunction wakeUp) {
    super("unix_accept", waiting(kernel.paths()), kernel.scheduleTimeout(), kernel.busyLoop(), kernel.receiver());
    done = PathPoint.UNIX_ACCEPT_DONE.in(kernel.paths());
    this.wakeUp = wakeUp;
    pool = kernel.pool();
    location = kernel.names().intern(symbol());
  }

  private static Waiting waiting(Path[] paths) {
    return new Waiting(PathPoint.UNIX_ACCEPT.in(paths), PathPoint.RAW_WAIT_FOR_MORE_PACKETS.in(paths),
        PathPoint.UDP_SCHEDULE_TIMEOUT.in(paths), PathPoint.WAIT_FOR_MORE_DONE.in(paths),
        PathPoint.RAW_WOKEN.in(paths));
  }

  @Override
  protected long refused(Sock sock) {
    UnixSock listener = (UnixSock) sock;
    if (!listener.isConnectionBased()) {
      return -Errno.EOPNOTSUPP;
    }
    return listener.isListening() ? 0 : -Errno.EINVAL;
  }

  @Override
  protected long ended(Sock sock) {
    return -Errno.EINVAL;
  }

  @Override
  protected int take(Cpu cpu, Frame frame, Sock sock) {
    SkBuff skb = sock.receiveQueue().poll();
    UnixSock accepted = (UnixSock) skb.socket();
    accepted.sent(skb);
    cpu.trace().fire(ConsumeSkb.TRACEPOINT, skb.address(), location);
    pool.free(skb);
    frame.k = 0;
    frame.caller().other = accepted;
    WaitQueueHead connecting = ((UnixSock) sock).peerWait();
    return connecting.hasSleeper() ? cpu.callOn(frame, wakeUp, connecting, WOKEN) : WOKEN;
  }

  @Override
  protected int takeOn(Cpu cpu, Frame frame, Sock sock, int pc) {
    return cpu.walkOn(frame, done, RETURN);
  }
}
