package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.model.Errno;

/**
 * {@code unix_dgram_connect}, {@code net/unix/af_unix.c}: the socket that is bound to a path is the peer from now on.
 * {@code self}: the {@link UnixSock}; {@code n}: the path's number. Returns 0, or minus an errno; takes no time.
 *
 * <p>Caveat: no AF_UNIX socket listens in the simulator, so that a stream's connection is refused.
 */
public final class UnixConnect extends KernelFunction {

  private final UnixTable bound;

  public UnixConnect(UnixTable bound) {
    super("unix_dgram_connect");
    this.bound = bound;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    UnixSock sock = (UnixSock) frame.self;
    UnixSock other = bound.lookup((int) frame.n);
    if (other == null) {
      cpu.ret(frame, -Errno.ENOENT);
    } else if (sock.isConnectionBased()) {
      cpu.ret(frame, sock.peer() != null ? -Errno.EISCONN : -Errno.ECONNREFUSED);
    } else if (other.type() != sock.type()) {
      cpu.ret(frame, -Errno.EPROTOTYPE);
    } else {
      sock.peer(other);
      cpu.ret(frame, 0);
    }
  }
}
