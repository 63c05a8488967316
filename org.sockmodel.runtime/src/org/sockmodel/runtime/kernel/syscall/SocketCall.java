package org.sockmodel.runtime.kernel.syscall;

import java.util.function.Function;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.sock.SockOps;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;

/**
 * A call that a protocol's function does: {@code connect(2)}, {@code accept(2)}, {@code net/socket.c}. {@code self}:
 * the {@link Sock}; {@code other}: the caller's wait queue entry; {@code n}: the call's argument, later the result;
 * {@code m}: flags; {@code k}: the descriptor. Returns what the protocol does, and leaves in the caller's {@code other}
 * what the protocol left here.
 */
public final class SocketCall extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int PROTOCOL = 1;
  private static final int DONE = 2;
  private static final int EXIT = 3;
  private static final int RETURN = 4;

  private final Syscall syscall;
  private final Function<SockOps, KernelFunction> operation;
  private final boolean yieldsDescriptor;
  private final SyscallExit exit;

  private SocketCall(Syscall syscall, Function<SockOps, KernelFunction> operation, boolean yieldsDescriptor,
      Path[] paths, Scheduler scheduler) {
    super("sys_" + syscall.symbol());
    this.syscall = syscall;
    this.operation = operation;
    this.yieldsDescriptor = yieldsDescriptor;
    exit = new SyscallExit(syscall, paths, scheduler);
  }

  /** {@code n} is the destination. */
  public static SocketCall connect(Path[] paths, Scheduler scheduler) {
    return new SocketCall(Syscall.CONNECT, SockOps::connect, false, paths, scheduler);
  }

  /** {@code n} is the descriptor that the new socket gets, and that the call returns if it succeeds. */
  public static SocketCall accept(Path[] paths, Scheduler scheduler) {
    return new SocketCall(Syscall.ACCEPT, SockOps::accept, true, paths, scheduler);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    switch (frame.pc) {
      case BEGIN -> {
        traceEnter(cpu, frame);
        frame.pc = PROTOCOL;
      }
      case PROTOCOL -> {
        Sock sock = (Sock) frame.self;
        Frame callee = cpu.call(frame, operation.apply(sock.ops()), sock, DONE);
        callee.other = frame.other;
        callee.n = frame.n;
        callee.m = frame.m;
        frame.other = null;
      }
      case DONE -> {
        long result = cpu.result();
        frame.n = result == 0 && yieldsDescriptor ? frame.n : result;
        exit.begin(cpu, frame, EXIT);
      }
      case EXIT -> exit.end(cpu, frame, frame.n, RETURN);
      default -> {
        frame.caller().other = frame.other;
        cpu.ret(frame, frame.n);
      }
    }
  }

  private void traceEnter(Cpu cpu, Frame frame) {
    if (cpu.trace().enabled()) {
      TraceEvent event = cpu.trace().begin(syscall.enter());
      for (int i = syscall.enter().fields().size() - 1; i > 0; i--) {
        event.set(i, 0);
      }
      event.set(0, frame.k);
      cpu.trace().commit();
    }
  }
}
