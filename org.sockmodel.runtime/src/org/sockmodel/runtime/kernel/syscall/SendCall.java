package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.trace.NetTracepoints.SockSendLength;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.uapi.MessageFlag;

/**
 * {@code sendto(2)} or {@code write(2)}, {@code net/socket.c}. {@code self}: the {@link Sock}; {@code other}: the
 * caller's wait queue entry; {@code n}: bytes, later the result; {@code m}: the call's flags, {@link #NONBLOCKING} if
 * its file does not block, and {@link #FD_SHIFT} bits higher, the descriptor; {@code k}: destination, 0 for the
 * connected one. Returns the bytes, or minus an errno.
 */
public final class SendCall extends KernelFunction {

  /** The file has {@code O_NONBLOCK}. */
  public static final long NONBLOCKING = 1L << 32;
  /** How far the descriptor stands above the flags. */
  public static final int FD_SHIFT = 33;
  private static final int BEGIN = 0;
  private static final int PROTOCOL = 1;
  private static final int SENT = 2;
  private static final int EXIT = 3;
  private static final int RETURN = 4;

  private final Syscall syscall;
  private final Path down;
  private final SyscallExit exit;

  private SendCall(Syscall syscall, Path down, Path[] paths, Scheduler scheduler) {
    super("sys_" + syscall.symbol());
    this.syscall = syscall;
    this.down = down;
    exit = new SyscallExit(syscall, paths, scheduler);
  }

  public static SendCall sendto(Path[] paths, Scheduler scheduler) {
    return new SendCall(Syscall.SENDTO, PathPoint.SENDTO.in(paths), paths, scheduler);
  }

  public static SendCall write(Path[] paths, Scheduler scheduler) {
    return new SendCall(Syscall.WRITE, PathPoint.SOCK_WRITE.in(paths), paths, scheduler);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        traceEnter(cpu, frame);
        frame.m = (int) frame.m | ((frame.m & NONBLOCKING) != 0 ? MessageFlag.MSG_DONTWAIT : 0);
        cpu.walk(frame, down, PROTOCOL);
      }
      case PROTOCOL -> {
        Frame callee = cpu.call(frame, sock.ops().sendmsg(), sock, SENT);
        callee.other = frame.other;
        callee.n = frame.n;
        callee.m = (int) frame.m;
        callee.k = frame.k;
      }
      case SENT -> {
        frame.n = cpu.result();
        traceLength(cpu, frame, sock);
        exit.begin(cpu, frame, EXIT);
      }
      case EXIT -> exit.end(cpu, frame, frame.n, RETURN);
      default -> cpu.ret(frame, frame.n);
    }
  }

  private void traceEnter(Cpu cpu, Frame frame) {
    if (syscall == Syscall.WRITE) {
      cpu.trace().fire(syscall.enter(), frame.m >>> FD_SHIFT, 0, frame.n);
    } else if (cpu.trace().enabled()) {
      TraceEvent event = cpu.trace().begin(Syscall.SENDTO.enter());
      event.set(0, frame.m >>> FD_SHIFT).set(1, 0).set(2, frame.n).set(3, (int) frame.m).set(4, 0).set(5, 0);
      cpu.trace().commit();
    }
  }

  private static void traceLength(Cpu cpu, Frame frame, Sock sock) {
    if (cpu.trace().enabled()) {
      cpu.trace().begin(SockSendLength.TRACEPOINT)
          .set(SockSendLength.SK, sock.address())
          .set(SockSendLength.FAMILY, sock.family())
          .set(SockSendLength.PROTOCOL, sock.protocol())
          .set(SockSendLength.LENGTH, Math.max(frame.n, 0))
          .set(SockSendLength.ERROR, Math.min(frame.n, 0))
          .set(SockSendLength.FLAGS, 0);
      cpu.trace().commit();
    }
  }
}
