package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.model.PollEvent;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.SkDataReady;

/** {@code sock_def_readable}, {@code net/core/sock.c}: wakes a reader. {@code self} is the {@link Sock}. */
public final class SockDefReadable extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int READY = 1;

  private final Path path;
  private final KernelFunction wakeUp;
  private final int name;

  public SockDefReadable(Path[] paths, Names names, KernelFunction wakeUp) {
    super("sock_def_readable");
    path = paths[PathPoint.SOCK_DEF_READABLE.ordinal()];
    name = names.intern(symbol());
    this.wakeUp = wakeUp;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, READY);
      case READY -> {
        cpu.trace().fire(SkDataReady.TRACEPOINT, sock.family(), sock.protocol(), name);
        frame.pc = READY + 1;
        if (sock.sleepers().hasSleeper()) {
          cpu.call(frame, wakeUp, sock.sleepers(), READY + 1).m = PollEvent.POLLIN | PollEvent.POLLPRI;
        }
      }
      default -> cpu.ret(frame, 0);
    }
  }
}
