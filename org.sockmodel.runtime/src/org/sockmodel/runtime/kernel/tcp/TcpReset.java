package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.uapi.Errno;

/**
 * {@code tcp_reset}, {@code net/ipv4/tcp_input.c}: the peer has thrown the connection away. {@code self}: the segment;
 * {@code other}: the {@link TcpSock}.
 */
final class TcpReset extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int DONE = 1;
  private static final int FREE = 2;

  private final Path path;
  private final Path done;
  private final KernelFunction doneWithError;
  private final SkBuffPool pool;

  TcpReset(Path[] paths, KernelFunction doneWithError, SkBuffPool pool) {
    super("tcp_reset");
    path = PathPoint.TCP_RESET.in(paths);
    done = CallPoint.TCP_RESET_DONE.in(paths);
    this.doneWithError = doneWithError;
    this.pool = pool;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.other;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, DONE);
      case DONE -> cpu.call(frame, doneWithError, sock, FREE).n = error(sock.state);
      default -> {
        cpu.enter(done);
        pool.free((SkBuff) frame.self);
        cpu.ret(frame, 0);
      }
    }
  }

  private static int error(TcpState state) {
    return switch (state) {
      case TCP_SYN_SENT -> Errno.ECONNREFUSED;
      case TCP_CLOSE_WAIT -> Errno.EPIPE;
      default -> Errno.ECONNRESET;
    };
  }
}
