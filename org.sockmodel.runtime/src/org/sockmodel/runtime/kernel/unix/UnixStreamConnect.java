package org.sockmodel.runtime.kernel.unix;

import java.util.function.UnaryOperator;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.sock.Sleeps;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.timer.ScheduleTimeout;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.MessageFlag;

/**
 * {@code unix_stream_connect}, {@code net/unix/af_unix.c}: makes the socket at the other end, and puts the packet that
 * stands for it into the listener's queue; sleeps exclusively while that is full ({@code unix_wait_for_peer}). {@code
 * self}: the {@link UnixSock}; {@code other}: the caller's {@link WaitQueueEntry}; {@code n}: the path's number; {@code
 * m}: flags. Returns 0, or minus an errno.
 */
public final class UnixStreamConnect extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int LOOK = 1;
  private static final int SLEEP = 2;
  private static final int SLEPT = 3;
  private static final int RETURN = 4;

  private final Path begin;
  private final Path waitForPeer;
  private final KernelFunction wakeFunction;
  private final ScheduleTimeout scheduleTimeout;
  private final UnixTable bound;
  private final UnaryOperator<UnixSock> peers;
  private final SkBuffPool pool;
  private final UnixDrops drops;

  /**
   * @param peers {@code unix_create1}: makes a socket of the same kind
   */
  public UnixStreamConnect(UnixEnvironment kernel, UnaryOperator<UnixSock> peers, UnixDrops drops) {
    super("unix_stream_connect");
    begin = PathPoint.UNIX_STREAM_CONNECT.in(kernel.paths());
    waitForPeer = PathPoint.UNIX_WAIT_FOR_PEER.in(kernel.paths());
    wakeFunction = kernel.autoremove();
    scheduleTimeout = kernel.scheduleTimeout();
    bound = kernel.bound();
    this.peers = peers;
    pool = kernel.pool();
    this.drops = drops;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    UnixSock sock = (UnixSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, begin, LOOK);
      case LOOK -> look(cpu, frame, sock);
      case SLEEP -> scheduleTimeout.call(cpu, frame, Sock.NO_TIMEOUT, SLEPT);
      case SLEPT -> {
        bound.lookup((int) frame.n).peerWait().finishWait((WaitQueueEntry) frame.other);
        if (scheduleTimeout.signalPending(cpu)) {
          fail(cpu, frame, Sleeps.interruptedErrno(Sock.NO_TIMEOUT));
        } else {
          frame.pc = LOOK;
        }
      }
      default -> cpu.ret(frame, 0);
    }
  }

  private void look(Cpu cpu, Frame frame, UnixSock sock) {
    int refusal = bound.refusal((int) frame.n, sock.type());
    if (refusal != 0) {
      fail(cpu, frame, refusal);
      return;
    }
    UnixSock listener = bound.lookup((int) frame.n);
    if (!listener.isListening() || (listener.shutdown() & Sock.RCV_SHUTDOWN) != 0) {
      fail(cpu, frame, -Errno.ECONNREFUSED);
    } else if (listener.isQueueFull()) {
      waitForPeer(cpu, frame, listener);
    } else if (sock.isListening()) {
      fail(cpu, frame, -Errno.EINVAL);
    } else if (sock.peer() != null) {
      fail(cpu, frame, -Errno.EISCONN);
    } else {
      connect(cpu, frame, sock, listener);
    }
  }

  private void waitForPeer(Cpu cpu, Frame frame, UnixSock listener) {
    if ((frame.m & MessageFlag.MSG_DONTWAIT) != 0) {
      fail(cpu, frame, -Errno.EAGAIN);
      return;
    }
    listener.peerWait().prepareToWaitExclusive(((WaitQueueEntry) frame.other).function(wakeFunction));
    cpu.walk(frame, waitForPeer, SLEEP);
  }

  private void connect(Cpu cpu, Frame frame, UnixSock sock, UnixSock listener) {
    UnixSock accepted = peers.apply(listener);
    accepted.peer(sock);
    sock.peer(accepted);
    accepted.sendTo(listener, request());
    cpu.call(frame, listener.dataReady(), listener, RETURN);
  }

  /** The packet that was to stand for the connection is freed. */
  private void fail(Cpu cpu, Frame frame, long errno) {
    drops.refused(cpu, request());
    cpu.ret(frame, errno);
  }

  /** A packet that holds nothing but the new socket. */
  private SkBuff request() {
    return pool.allocate().fill(null, 0, 0, 1);
  }
}
