package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.trace.NetTracepoints.SockRecvLength;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.uapi.MessageFlag;

/**
 * A receive call: {@code recvfrom(2)}, {@code recvmsg(2)} or {@code read(2)}, {@code net/socket.c}. {@code self}: the
 * {@link Sock}; {@code other}: the caller's wait queue entry; {@code n}: bytes wanted; {@code m}: flags of the call,
 * and {@link #NONBLOCKING} if its file does not block; {@code k}: the descriptor, later the result. Returns the bytes,
 * or minus an errno.
 */
public final class ReceiveCall extends StraightFunction {

  /** The file has {@code O_NONBLOCK}. */
  public static final long NONBLOCKING = 1L << 32;
  private static final int BEGIN = 0;
  private static final int PROTOCOL = 1;
  private static final int RECEIVED = 2;
  private static final int EXIT = 3;
  private static final int RETURN = 4;

  private final Syscall syscall;
  private final Path down;
  private final SyscallExit exit;

  private ReceiveCall(Syscall syscall, Path down, Path[] paths, Scheduler scheduler) {
    super("sys_" + syscall.symbol());
    this.syscall = syscall;
    this.down = down;
    exit = new SyscallExit(syscall, paths, scheduler);
  }

  public static ReceiveCall recvfrom(Path[] paths, Scheduler scheduler) {
    return new ReceiveCall(Syscall.RECVFROM, PathPoint.RECVFROM.in(paths), paths, scheduler);
  }

  public static ReceiveCall recvmsg(Path[] paths, Scheduler scheduler) {
    return new ReceiveCall(Syscall.RECVMSG, PathPoint.RECVMSG.in(paths), paths, scheduler);
  }

  public static ReceiveCall read(Path[] paths, Scheduler scheduler) {
    return new ReceiveCall(Syscall.READ, PathPoint.SOCK_READ.in(paths), paths, scheduler);
  }

  @Override
  protected int run(Cpu cpu, Frame frame, Object self, int from) {
    Sock sock = (Sock) self;
    int pc = from;
    if (pc == BEGIN) {
      traceEnter(cpu, frame);
      frame.m = (int) frame.m | ((frame.m & NONBLOCKING) != 0 ? MessageFlag.MSG_DONTWAIT : 0);
      pc = cpu.walkOn(frame, down, PROTOCOL);
    }
    if (pc == PROTOCOL) {
      pc = cpu.callOn(frame, sock.ops().recvmsg(), sock, frame.other, frame.n, frame.m, RECEIVED);
    }
    if (pc == RECEIVED) {
      frame.k = cpu.result();
      traceLength(cpu, frame, sock);
      pc = exit.beginOn(cpu, frame, EXIT);
    }
    if (pc == EXIT) {
      pc = exit.endOn(cpu, frame, frame.k, RETURN);
    }
    return pc == RETURN ? ret(cpu, frame.k) : suspend(frame, sock);
  }

  private void traceEnter(Cpu cpu, Frame frame) {
    if (!cpu.trace().enabled()) {
      return;
    }
    TraceEvent event = cpu.trace().begin(syscall.enter());
    for (int i = syscall.enter().fields().size() - 1; i > 0; i--) {
      event.set(i, 0);
    }
    event.set(0, frame.k);
    switch (syscall) {
      case RECVFROM -> event.set(2, frame.n).set(3, (int) frame.m);
      case READ -> event.set(2, frame.n);
      default -> event.set(2, (int) frame.m);
    }
    cpu.trace().commit();
  }

  private static void traceLength(Cpu cpu, Frame frame, Sock sock) {
    if (cpu.trace().enabled()) {
      cpu.trace().begin(SockRecvLength.TRACEPOINT)
          .set(SockRecvLength.SK, sock.address())
          .set(SockRecvLength.FAMILY, sock.family())
          .set(SockRecvLength.PROTOCOL, sock.protocol())
          .set(SockRecvLength.LENGTH, (frame.m & MessageFlag.MSG_PEEK) == 0 ? Math.max(frame.k, 0) : 0)
          .set(SockRecvLength.ERROR, Math.min(frame.k, 0))
          .set(SockRecvLength.FLAGS, frame.m);
      cpu.trace().commit();
    }
  }
}
