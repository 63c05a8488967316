package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.uapi.Errno;

/**
 * {@code inet_shutdown}, {@code net/ipv4/af_inet.c}, of a datagram socket: nobody is told but who sleeps on it, even if
 * it is not connected. {@code self}: the {@link Sock}; {@code n}: how. Returns 0, or minus an errno.
 */
public final class DatagramShutdown extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int CHANGE = 1;
  private static final int CHANGED = 2;

  private final Path begin;
  private final Path done;

  public DatagramShutdown(Path[] paths) {
    super("inet_shutdown");
    begin = PathPoint.INET_SHUTDOWN.in(paths);
    done = PathPoint.INET_SHUTDOWN_DONE.in(paths);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, begin, CHANGE);
      case CHANGE -> {
        sock.shutdown(sock.shutdown() | (int) frame.n + 1);
        cpu.call(frame, sock.stateChange(), sock, CHANGED);
      }
      case CHANGED -> cpu.walk(frame, done, CHANGED + 1);
      default -> cpu.ret(frame, sock.peerAddress() == 0 ? -Errno.ENOTCONN : 0);
    }
  }
}
