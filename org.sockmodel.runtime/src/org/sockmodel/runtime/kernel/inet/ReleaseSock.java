package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * {@code release_sock}, {@code net/core/sock.c}: takes the segments that came while a task owned the socket, does what
 * a timer had to put off, and lets the socket go. {@code self}: the {@link TcpSock}; {@code m}: 1 to keep the socket
 * ({@code __sk_flush_backlog}).
 */
final class ReleaseSock extends KernelFunction {

  private static final int NEXT = 0;
  private static final int TAKE = 1;
  private static final int WRITE_TIMER = 2;
  private static final int DELACK = 3;
  private static final int END = 4;

  private final Path releaseBacklog;
  private final Path unlock;
  private final KernelFunction doRcv;
  private final KernelFunction retransmitTimer;
  private final KernelFunction delack;

  ReleaseSock(Path[] paths, KernelFunction doRcv, KernelFunction retransmitTimer, KernelFunction delack) {
    super("release_sock");
    releaseBacklog = paths[PathPoint.RELEASE_BACKLOG.ordinal()];
    unlock = CallPoint.RELEASE_SOCK_DONE.in(paths);
    this.doRcv = doRcv;
    this.retransmitTimer = retransmitTimer;
    this.delack = delack;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case NEXT -> {
        if (sock.backlog().isEmpty()) {
          sock.backlogBytes = 0;
          frame.pc = WRITE_TIMER;
        } else if (frame.n++ == 0) {
          cpu.walk(frame, releaseBacklog, TAKE);
        } else {
          frame.pc = TAKE;
        }
      }
      case TAKE -> {
        SkBuff skb = sock.backlog().poll();
        cpu.call(frame, doRcv, skb, NEXT).other = sock;
      }
      case WRITE_TIMER -> deferred(cpu, frame, sock, TcpTimer.WRITE_TIMER, retransmitTimer, DELACK);
      case DELACK -> deferred(cpu, frame, sock, TcpTimer.DELACK, delack, END);
      default -> {
        if (frame.m == 0) {
          sock.ownedByUser(false);
          cpu.enter(unlock);
        }
        cpu.ret(frame, 0);
      }
    }
  }

  /** {@code tcp_release_cb}. */
  private static void deferred(Cpu cpu, Frame frame, TcpSock sock, int what, KernelFunction handler, int nextPc) {
    frame.pc = nextPc;
    if ((sock.deferred & what) != 0) {
      sock.deferred &= ~what;
      cpu.call(frame, handler, sock, nextPc);
    }
  }
}
