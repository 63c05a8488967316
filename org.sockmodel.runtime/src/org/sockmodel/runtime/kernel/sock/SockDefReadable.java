package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.model.PollEvent;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.SkDataReady;

/**
 * {@code sock_def_readable}, {@code net/core/sock.c}: wakes a reader, and sends SIGIO to the owner of a socket with
 * {@code O_ASYNC}. {@code self}: the {@link Sock}.
 */
public final class SockDefReadable extends KernelFunction {

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
    path = paths[PathPoint.SOCK_DEF_READABLE.ordinal()];
    name = names.intern(symbol());
    this.wakeUp = wakeUp;
    this.wakeAsync = wakeAsync;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    int pc = frame.pc;
    if (pc == BEGIN) {
      pc = cpu.walkOn(frame, path, READY);
    }
    if (pc == READY) {
      cpu.trace().fire(SkDataReady.TRACEPOINT, sock.family(), sock.protocol(), name);
      pc = sock.sleepers().hasSleeper() ? wake(cpu, frame, sock) : WOKEN;
    }
    if (pc == WOKEN) {
      wakeAsync.waitData(cpu, frame, sock, RETURN);
      pc = cpu.goOn(frame);
    }
    if (pc == RETURN) {
      cpu.ret(frame, 0);
    }
  }

  private int wake(Cpu cpu, Frame frame, Sock sock) {
    cpu.call(frame, wakeUp, sock.sleepers(), WOKEN).m = PollEvent.POLLIN | PollEvent.POLLPRI;
    return cpu.goOn(frame);
  }
}
