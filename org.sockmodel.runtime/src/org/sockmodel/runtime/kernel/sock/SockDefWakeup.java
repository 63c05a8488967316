package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;

/** {@code sock_def_wakeup}, {@code net/core/sock.c}: wakes all who sleep on the {@link Sock} that is its self. */
public final class SockDefWakeup extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int WAKE = 1;
  private static final int WOKEN = 2;

  private final Path path;
  private final KernelFunction wakeUpAll;

  public SockDefWakeup(Path[] paths, KernelFunction wakeUpAll) {
    super("sock_def_wakeup");
    path = paths[PathPoint.SOCK_DEF_WAKEUP.ordinal()];
    this.wakeUpAll = wakeUpAll;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, WAKE);
      case WAKE -> {
        frame.pc = WOKEN;
        if (sock.sleepers().hasSleeper()) {
          cpu.call(frame, wakeUpAll, sock.sleepers(), WOKEN);
        }
      }
      default -> cpu.ret(frame, 0);
    }
  }
}
