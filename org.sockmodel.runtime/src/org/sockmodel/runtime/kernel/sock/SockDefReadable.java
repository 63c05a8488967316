package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.SkDataReady;
import org.sockmodel.runtime.uapi.PollEvent;

/**
 * {@code sock_def_readable}, {@code net/core/sock.c}: wakes a reader, and sends SIGIO to the owner of a socket with
 * {@code O_ASYNC}. {@code self}: the {@link Sock}.
 */
public final class SockDefReadable extends StraightFunction {

  private static final int BEGIN = 0;
  private static final int READY = 1;
  private static final int WOKEN = 2;
  private static final int RETURN = 3;

  private final Path path;
  private final KernelFunction wakeUp;
  private final SkWakeAsync wakeAsync;
  private final int name;

  public SockDefReadable(Path[] paths, Names names, KernelFunction wakeUp, SkWakeAsync wakeAsync) {
    super("sock_def_readable");
    path = PathPoint.SOCK_DEF_READABLE.in(paths);
    name = names.intern(symbol());
    this.wakeUp = wakeUp;
    this.wakeAsync = wakeAsync;
  }

  @Override
  protected int run(Cpu cpu, Frame frame, Object self, int from) {
    Sock sock = (Sock) self;
    int pc = from;
    if (pc == BEGIN) {
      pc = cpu.walkOn(frame, path, READY);
    }
    if (pc == READY) {
      if (cpu.trace().enabled()) {
        cpu.trace().fire(SkDataReady.TRACEPOINT, sock.family(), sock.protocol(), name, sock.address());
      }
      pc = sock.sleepers().hasSleeper() ? wake(cpu, frame, sock) : WOKEN;
    }
    if (pc == WOKEN) {
      pc = wakeAsync.waitData(cpu, frame, sock, SkWakeAsync.POLL_IN, RETURN);
    }
    return pc == RETURN ? ret(cpu, 0) : suspend(frame, sock);
  }

  private int wake(Cpu cpu, Frame frame, Sock sock) {
    return cpu.callOn(frame, wakeUp, sock.sleepers(), 0, PollEvent.POLLIN | PollEvent.POLLPRI, WOKEN);
  }
}
