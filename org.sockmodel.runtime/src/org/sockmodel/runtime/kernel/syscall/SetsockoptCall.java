package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.uapi.CongestionAlgorithm;
import org.sockmodel.runtime.uapi.SocketOption;

/**
 * {@code setsockopt(2)}, {@code net/socket.c}. {@code self}: the {@link Sock}; {@code other}: the {@link SocketOption};
 * {@code n}: the value, later the result; {@code m}: whether the caller has {@code CAP_NET_ADMIN}; {@code k}: the
 * descriptor. Returns 0, or minus an errno.
 */
public final class SetsockoptCall extends KernelFunction {

  /** {@code sizeof(int)}. */
  private static final int VALUE_BYTES = 4;

  private static final int BEGIN = 0;
  private static final int APPLY = 1;
  private static final int TELL = 2;
  private static final int EXIT = 3;
  private static final int RETURN = 4;

  private final Path down;
  private final SyscallExit exit;
  private final Options options;

  /** Knows what the options of a socket mean. */
  public interface Options {

    /**
     * Sets an option: 0, or minus an errno.
     *
     * @param netAdmin whether the caller has {@code CAP_NET_ADMIN}
     */
    int set(Sock sock, SocketOption option, long value, boolean netAdmin);

    /** What the kernel calls with the socket when the option has been set; null for nothing. */
    KernelFunction afterwards(Sock sock, SocketOption option);
  }

  public SetsockoptCall(Path[] paths, Scheduler scheduler, Options options) {
    super("sys_setsockopt");
    down = PathPoint.SETSOCKOPT.in(paths);
    exit = new SyscallExit(Syscall.SETSOCKOPT, paths, scheduler);
    this.options = options;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    switch (frame.pc) {
      case BEGIN -> {
        traceEnter(cpu, frame);
        cpu.walk(frame, down, APPLY);
      }
      case APPLY -> {
        frame.n = options.set((Sock) frame.self, (SocketOption) frame.other, frame.n, frame.m != 0);
        frame.pc = TELL;
        KernelFunction then = options.afterwards((Sock) frame.self, (SocketOption) frame.other);
        if (frame.n == 0 && then != null) {
          cpu.call(frame, then, frame.self, TELL);
        }
      }
      case TELL -> exit.begin(cpu, frame, EXIT);
      case EXIT -> exit.end(cpu, frame, frame.n, RETURN);
      default -> cpu.ret(frame, frame.n);
    }
  }

  private static void traceEnter(Cpu cpu, Frame frame) {
    if (cpu.trace().enabled()) {
      SocketOption option = (SocketOption) frame.other;
      TraceEvent event = cpu.trace().begin(Syscall.SETSOCKOPT.enter());
      int bytes = option.unit() == SocketOption.Unit.ALGORITHM
          ? CongestionAlgorithm.values()[(int) frame.n].word().length() : VALUE_BYTES;
      event.set(0, frame.k).set(1, option.level()).set(2, option.number()).set(3, 0).set(4, bytes);
      cpu.trace().commit();
    }
  }
}
