package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;

/**
 * {@code release_sock}, {@code net/core/sock.c}: takes the segments that came while a task owned the socket, does what
 * a timer had to put off, and lets the socket go. {@code self}: the {@link TcpSock}; {@code m}: 1 to keep the socket
 * ({@code __sk_flush_backlog}).
 */
final class ReleaseSock extends KernelFunction {

  private static final int NEXT = 0;
  private static final int TAKE = 1;

  private final Path releaseBacklog;
  private final Path unlock;
  private final KernelFunction doRcv;
  private final Deferred deferred;

  /** {@code tcp_release_cb}: what timers leave to the task that owns the socket. */
  record Deferred(KernelFunction tsqWrite, KernelFunction retransmitTimer, KernelFunction delack) {
  }

  ReleaseSock(Path[] paths, KernelFunction doRcv, Deferred deferred) {
    super("release_sock");
    releaseBacklog = paths[PathPoint.RELEASE_BACKLOG.ordinal()];
    unlock = CallPoint.RELEASE_SOCK_DONE.in(paths);
    this.doRcv = doRcv;
    this.deferred = deferred;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    if (frame.pc == NEXT) {
      next(cpu, frame, sock);
    } else {
      cpu.call(frame, doRcv, sock.backlog().poll(), NEXT).other = sock;
    }
  }

  /** Lets the socket go only when nothing waits for that, and no other CPU is just adding to the backlog. */
  private void next(Cpu cpu, Frame frame, TcpSock sock) {
    if (!sock.bhLock(cpu, frame, NEXT)) {
      return;
    }
    sock.bhUnlock();
    if (!sock.backlog().isEmpty()) {
      frame.pc = TAKE;
      if (frame.n++ == 0) {
        cpu.walk(frame, releaseBacklog, TAKE);
      }
    } else if (!isDeferred(cpu, frame, sock, TcpTimer.TSQ, deferred.tsqWrite)
        && !isDeferred(cpu, frame, sock, TcpTimer.WRITE_TIMER, deferred.retransmitTimer)
        && !isDeferred(cpu, frame, sock, TcpTimer.DELACK, deferred.delack)) {
      release(cpu, frame, sock);
    }
  }

  private void release(Cpu cpu, Frame frame, TcpSock sock) {
    sock.backlogBytes = 0;
    if (frame.m == 0) {
      sock.ownedByUser(false);
      cpu.enter(unlock);
    }
    cpu.ret(frame, 0);
  }

  /** {@code tcp_release_cb}: whether a timer's work was left to the owner, which does it now. */
  private static boolean isDeferred(Cpu cpu, Frame frame, TcpSock sock, int what, KernelFunction handler) {
    if ((sock.deferred & what) == 0) {
      return false;
    }
    sock.deferred &= ~what;
    cpu.call(frame, handler, sock, NEXT);
    return true;
  }
}
