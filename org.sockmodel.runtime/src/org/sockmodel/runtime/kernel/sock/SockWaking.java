package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;

/**
 * A callback of a socket that only wakes who sleeps on it: {@code sock_def_wakeup}, {@code sock_def_error_report} and
 * {@code sk_stream_write_space}, {@code net/core/sock.c}, {@code net/core/stream.c}. {@code self}: the {@link Sock}.
 */
public final class SockWaking extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int WAKE = 1;
  private static final int WOKEN = 2;

  private final Path path;
  private final KernelFunction wakeUp;
  private final int events;

  /**
   * @param events the key of the wake-up, a mask of poll events; 0 for none
   */
  public SockWaking(String symbol, Path path, KernelFunction wakeUp, int events) {
    super(symbol);
    this.path = path;
    this.wakeUp = wakeUp;
    this.events = events;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, WAKE);
      case WAKE -> {
        frame.pc = WOKEN;
        if (sock.sleepers().hasSleeper()) {
          cpu.call(frame, wakeUp, sock.sleepers(), WOKEN).m = events;
        }
      }
      default -> cpu.ret(frame, 0);
    }
  }
}
