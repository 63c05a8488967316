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

/**
 * {@code sendto(2)}, {@code net/socket.c}. {@code self}: the {@link Sock}; {@code n}: bytes; {@code m}: the descriptor,
 * later the result; {@code k}: destination port, 0 for the connected one. Returns the bytes, or minus an errno.
 */
public final class SendCall extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int PROTOCOL = 1;
  private static final int SENT = 2;
  private static final int EXIT = 3;
  private static final int RETURN = 4;

  private final Path down;
  private final Path up;
  private final Scheduler scheduler;

  public SendCall(Path[] paths, Scheduler scheduler) {
    super("sys_sendto");
    down = paths[PathPoint.SENDTO.ordinal()];
    up = paths[PathPoint.SYSCALL_EXIT.ordinal()];
    this.scheduler = scheduler;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        traceEnter(cpu, frame);
        cpu.walk(frame, down, PROTOCOL);
      }
      case PROTOCOL -> {
        Frame callee = cpu.call(frame, sock.ops().sendmsg(), sock, SENT);
        callee.n = frame.n;
        callee.k = frame.k != 0 ? frame.k : sock.peerPort();
      }
      case SENT -> {
        frame.m = cpu.result();
        traceLength(cpu, frame, sock);
        cpu.walk(frame, up, EXIT);
      }
      case EXIT -> {
        cpu.trace().fire(Syscall.SENDTO.exit(), frame.m);
        frame.pc = RETURN;
        if (scheduler.needResched(cpu)) {
          cpu.call(frame, scheduler.schedule(), RETURN);
        }
      }
      default -> cpu.ret(frame, frame.m);
    }
  }

  private static void traceEnter(Cpu cpu, Frame frame) {
    if (cpu.trace().enabled()) {
      TraceEvent event = cpu.trace().begin(Syscall.SENDTO.enter());
      event.set(0, frame.m).set(1, 0).set(2, frame.n).set(3, 0).set(4, 0).set(5, 0);
      cpu.trace().commit();
    }
  }

  private static void traceLength(Cpu cpu, Frame frame, Sock sock) {
    if (cpu.trace().enabled()) {
      cpu.trace().begin(SockSendLength.TRACEPOINT)
          .set(SockSendLength.SK, sock.address())
          .set(SockSendLength.FAMILY, sock.family())
          .set(SockSendLength.PROTOCOL, sock.protocol())
          .set(SockSendLength.LENGTH, Math.max(frame.m, 0))
          .set(SockSendLength.ERROR, Math.min(frame.m, 0))
          .set(SockSendLength.FLAGS, 0);
      cpu.trace().commit();
    }
  }
}
