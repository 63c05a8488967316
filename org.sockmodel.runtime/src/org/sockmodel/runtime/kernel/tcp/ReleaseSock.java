package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.softirq.Softirqs;

/**
 * {@code release_sock}, {@code net/core/sock.c}: takes the segments that came while a task owned the socket, does what
 * a timer had to put off, and lets the socket go. {@code self}: the {@link TcpSock}; {@code m}: 1 to keep the socket
 * ({@code __sk_flush_backlog}).
 */
final class ReleaseSock extends KernelFunction {

  private static final int NEXT = 0;
  private static final int TAKE = 1;
  private static final int CALLBACK = 2;
  private static final int RETURN = 3;

  private final Path releaseBacklog;
  private final Path unlock;
  private final KernelFunction doRcv;
  private final Softirqs softirqs;
  private final Deferred deferred;

  /** {@code tcp_release_cb}: what timers and the backlog leave to the task that owns the socket. */
  record Deferred(KernelFunction tsqWrite, KernelFunction retransmitTimer, KernelFunction delack,
      KernelFunction sendAck) {
  }

  ReleaseSock(Path[] paths, KernelFunction doRcv, Softirqs softirqs, Deferred deferred) {
    super("release_sock");
    releaseBacklog = PathPoint.RELEASE_BACKLOG.in(paths);
    unlock = CallPoint.RELEASE_SOCK_DONE.in(paths);
    this.doRcv = doRcv;
    this.softirqs = softirqs;
    this.deferred = deferred;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case NEXT -> next(cpu, frame, sock);
      case TAKE -> cpu.call(frame, doRcv, sock.backlog().poll(), NEXT).other = sock;
      case CALLBACK -> callback(cpu, frame, sock);
      default -> cpu.ret(frame, 0);
    }
  }

  /** Lets the socket go only when nothing waits for that, and no other CPU is just adding to the backlog. */
  private void next(Cpu cpu, Frame frame, TcpSock sock) {
    if (!sock.bhLock(cpu, frame, NEXT)) {
      return;
    }
    if (!sock.backlog().isEmpty()) {
      sock.bhUnlock();
      frame.pc = TAKE;
      if (frame.n++ == 0) {
        cpu.walk(frame, releaseBacklog, TAKE);
      }
    } else if (sock.deferred != 0) {
      softirqs.disable(cpu);
      frame.pc = CALLBACK;
    } else {
      release(cpu, sock, frame.m == 0);
      cpu.ret(frame, 0);
    }
  }

  private void release(Cpu cpu, TcpSock sock, boolean ownership) {
    sock.backlogBytes = 0;
    if (ownership) {
      sock.ownedByUser(false);
      cpu.enter(unlock);
    }
    sock.bhUnlock();
  }

  /**
   * {@code tcp_release_cb}, with the spin lock held: the softirqs that it raises run when the socket has been let go.
   */
  private void callback(Cpu cpu, Frame frame, TcpSock sock) {
    if (!isDeferred(cpu, frame, sock, TcpTimer.TSQ, deferred.tsqWrite)
        && !isDeferred(cpu, frame, sock, TcpTimer.WRITE_TIMER, deferred.retransmitTimer)
        && !isDeferred(cpu, frame, sock, TcpTimer.DELACK, deferred.delack)
        && !isDeferred(cpu, frame, sock, TcpTimer.ACK, deferred.sendAck)) {
      release(cpu, sock, frame.m == 0);
      softirqs.enable(cpu, frame, RETURN);
    }
  }

  /** Whether something was left to the owner, which does it now. */
  private static boolean isDeferred(Cpu cpu, Frame frame, TcpSock sock, int what, KernelFunction handler) {
    if ((sock.deferred & what) == 0) {
      return false;
    }
    sock.deferred &= ~what;
    if (what == TcpTimer.ACK && !sock.ack.isScheduled()) {
      return false;
    }
    cpu.call(frame, handler, sock, CALLBACK);
    return true;
  }
}
