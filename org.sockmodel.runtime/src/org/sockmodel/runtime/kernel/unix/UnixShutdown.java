package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sock.SkWakeAsync;
import org.sockmodel.runtime.kernel.sock.Sock;

/**
 * {@code unix_shutdown}, {@code net/unix/af_unix.c}: ends one half of a connection or both, and tells the sleepers of
 * both sides. {@code self}: the {@link UnixSock}; {@code n}: how, as in {@code shutdown(2)}.
 */
public final class UnixShutdown extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int MARK = 1;
  private static final int PEER = 2;
  private static final int TOLD = 3;
  private static final int RETURN = 4;

  private final Path path;

  public UnixShutdown(Path[] paths) {
    super("unix_shutdown");
    path = PathPoint.UNIX_SHUTDOWN.in(paths);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    UnixSock sock = (UnixSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, MARK);
      case MARK -> {
        int mode = (int) frame.n + 1;
        sock.shutdown(sock.shutdown() | mode);
        if (peerToTell(sock) != null) {
          sock.peer().shutdown(sock.peer().shutdown() | mirrored(mode));
        }
        cpu.call(frame, sock.stateChange(), sock, PEER);
      }
      case PEER -> {
        frame.pc = RETURN;
        if (peerToTell(sock) != null) {
          cpu.call(frame, sock.peer().stateChange(), sock.peer(), TOLD);
        }
      }
      case TOLD -> {
        frame.pc = RETURN;
        if ((sock.shutdown() & Sock.SEND_SHUTDOWN) != 0) {
          int band = sock.shutdown() == Sock.SHUTDOWN_MASK ? SkWakeAsync.POLL_HUP : SkWakeAsync.POLL_IN;
          sock.peer().wakeAsync().waitData(cpu, frame, sock.peer(), band, RETURN);
        }
      }
      default -> cpu.ret(frame, 0);
    }
  }

  private static UnixSock peerToTell(UnixSock sock) {
    return sock.isConnectionBased() ? sock.peer() : null;
  }

  private static int mirrored(int mode) {
    return ((mode & Sock.RCV_SHUTDOWN) != 0 ? Sock.SEND_SHUTDOWN : 0)
        | ((mode & Sock.SEND_SHUTDOWN) != 0 ? Sock.RCV_SHUTDOWN : 0);
  }
}
