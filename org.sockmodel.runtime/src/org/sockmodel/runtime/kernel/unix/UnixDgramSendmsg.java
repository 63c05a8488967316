package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.sock.Sleeps;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.timer.ScheduleTimeout;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.MessageFlag;

/**
 * {@code unix_dgram_sendmsg}, {@code net/unix/af_unix.c}: one packet into the receive queue of the peer or of the
 * socket that is bound to a path; waits while a queue that is not its own peer's is full. {@code self}: the {@link
 * UnixSock}; {@code other}: the caller's wait queue entry; {@code n}: bytes; {@code m}: flags; {@code k}: the path's
 * number, 0 for the peer. Returns the bytes, or minus an errno.
 */
public final class UnixDgramSendmsg extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int ALLOCATE = 1;
  private static final int ALLOCATED = 2;
  private static final int DELIVER = 3;
  private static final int SLEEP = 4;
  private static final int SLEPT = 5;
  private static final int RETURN = 6;

  private final Path begin;
  private final Path deliver;
  private final Path waitForPeer;
  private final double copyNsPerByte;
  private final KernelFunction allocate;
  private final KernelFunction wakeFunction;
  private final ScheduleTimeout scheduleTimeout;
  private final UnixTable bound;
  private final SkBuffPool pool;

  /**
   * @param begin the functions of the call: {@code UNIX_DGRAM_SENDMSG} or {@code UNIX_SEQPACKET_SENDMSG}
   * @param allocate see {@link SockAllocSendPskb}
   */
  public UnixDgramSendmsg(UnixEnvironment kernel, PathPoint begin, KernelFunction allocate) {
    super(begin.key());
    this.begin = begin.in(kernel.paths());
    deliver = PathPoint.UNIX_DGRAM_DELIVER.in(kernel.paths());
    waitForPeer = PathPoint.UNIX_WAIT_FOR_PEER.in(kernel.paths());
    copyNsPerByte = kernel.copyNsPerByte();
    this.allocate = allocate;
    wakeFunction = kernel.autoremove();
    scheduleTimeout = kernel.scheduleTimeout();
    bound = kernel.bound();
    pool = kernel.pool();
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    UnixSock sock = (UnixSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, begin, ALLOCATE);
      case ALLOCATE -> allocate(cpu, frame, sock);
      case ALLOCATED -> {
        if (cpu.result() < 0) {
          cpu.ret(frame, cpu.result());
        } else {
          cpu.walk(frame, deliver, DELIVER);
          cpu.spend(frame, Math.round(frame.n * copyNsPerByte), DELIVER);
        }
      }
      case DELIVER -> deliver(cpu, frame, sock);
      case SLEEP -> scheduleTimeout.call(cpu, frame, Sock.NO_TIMEOUT, SLEPT);
      case SLEPT -> {
        destination(frame, sock).peerWait().finishWait(entry(frame));
        if (scheduleTimeout.signalPending(cpu)) {
          cpu.ret(frame, Sleeps.interruptedErrno(Sock.NO_TIMEOUT));
        } else {
          frame.pc = DELIVER;
        }
      }
      default -> cpu.ret(frame, frame.n);
    }
  }

  private void allocate(Cpu cpu, Frame frame, UnixSock sock) {
    UnixSock other = destination(frame, sock);
    if (other == null) {
      cpu.ret(frame, frame.k != 0 ? -Errno.ENOENT : -Errno.ENOTCONN);
    } else if (frame.n > sock.sndbufBytes() - 32) {
      cpu.ret(frame, -Errno.EMSGSIZE);
    } else if (other.type() != sock.type()) {
      cpu.ret(frame, -Errno.EPROTOTYPE);
    } else {
      Frame callee = cpu.call(frame, allocate, sock, ALLOCATED);
      callee.other = frame.other;
      callee.m = frame.m;
    }
  }

  private void deliver(Cpu cpu, Frame frame, UnixSock sock) {
    UnixSock other = destination(frame, sock);
    if (other.isDead()) {
      cpu.ret(frame, -Errno.ECONNREFUSED);
    } else if ((other.shutdown() & Sock.RCV_SHUTDOWN) != 0) {
      cpu.ret(frame, -Errno.EPIPE);
    } else if (other != sock && other.peer() != sock && other.isQueueFull()) {
      waitForRoom(cpu, frame, other);
    } else {
      sock.sendTo(other, pool.allocate().fill(null, 0, 0, (int) frame.n));
      cpu.call(frame, other.dataReady(), other, RETURN);
    }
  }

  private void waitForRoom(Cpu cpu, Frame frame, UnixSock other) {
    if ((frame.m & MessageFlag.MSG_DONTWAIT) != 0) {
      cpu.ret(frame, -Errno.EAGAIN);
      return;
    }
    other.peerWait().prepareToWaitExclusive(entry(frame).function(wakeFunction));
    cpu.walk(frame, waitForPeer, SLEEP);
  }

  private UnixSock destination(Frame frame, UnixSock sock) {
    return frame.k == 0 ? sock.peer() : bound.lookup((int) frame.k);
  }

  private static WaitQueueEntry entry(Frame frame) {
    return (WaitQueueEntry) frame.other;
  }
}
