package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.trace.Syscall;

/**
 * {@code shutdown(2)}, {@code net/socket.c}. {@code self}: the {@link Sock}; {@code n}: how, later the result; {@code
 * k}: the descriptor. Returns 0, or minus an errno.
 */
public final class ShutdownCall extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int PROTOCOL = 1;
  private static final int DONE = 2;
  private static final int EXIT = 3;
  private static final int RETURN = 4;

  private final Path down;
  private final SyscallExit exit;

  public ShutdownCall(Path[] paths, Scheduler scheduler) {
    super("sys_shutdown");
    down = PathPoint.SHUTDOWN.in(paths);
    exit = new SyscallExit(Syscall.SHUTDOWN, paths, scheduler);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        cpu.trace().fire(Syscall.SHUTDOWN.enter(), frame.k, frame.n);
        cpu.walk(frame, down, PROTOCOL);
      }
      case PROTOCOL -> cpu.call(frame, sock.ops().shutdown(), sock, DONE).n = frame.n;
      case DONE -> {
        frame.n = cpu.result();
        exit.begin(cpu, frame, EXIT);
      }
      case EXIT -> exit.end(cpu, frame, frame.n, RETURN);
      default -> cpu.ret(frame, frame.n);
    }
  }
}
