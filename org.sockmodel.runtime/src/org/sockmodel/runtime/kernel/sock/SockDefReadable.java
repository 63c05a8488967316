package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.model.PollEvent;
import org.sockmodel.runtime.model.Signal;
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
  private final KernelFunction sendSigio;
  private final int name;

  /**
   * @param sendSigio see {@link org.sockmodel.runtime.kernel.signal.SendSignal#sigio}
   */
  public SockDefReadable(Path[] paths, Names names, KernelFunction wakeUp, KernelFunction sendSigio) {
    super("sock_def_readable");
    path = paths[PathPoint.SOCK_DEF_READABLE.ordinal()];
    name = names.intern(symbol());
    this.wakeUp = wakeUp;
    this.sendSigio = sendSigio;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, READY);
      case READY -> {
        cpu.trace().fire(SkDataReady.TRACEPOINT, sock.family(), sock.protocol(), name);
        frame.pc = WOKEN;
        if (sock.sleepers().hasSleeper()) {
          cpu.call(frame, wakeUp, sock.sleepers(), WOKEN).m = PollEvent.POLLIN | PollEvent.POLLPRI;
        }
      }
      case WOKEN -> {
        frame.pc = RETURN;
        if (sock.wakesAsync()) {
          Frame callee = cpu.call(frame, sendSigio, sock.asyncOwner(), RETURN);
          callee.n = Signal.SIGIO;
          callee.m = 1;
          callee.k = 1;
        }
      }
      default -> cpu.ret(frame, 0);
    }
  }
}
