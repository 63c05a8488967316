package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;

/**
 * {@code unix_dgram_connect}, {@code net/unix/af_unix.c}: the socket that is bound to a path is the peer from now on.
 * {@code self}: the {@link UnixSock}; {@code n}: the path's number. Returns 0, or minus an errno; takes no time.
 */
public final class UnixDgramConnect extends KernelFunction {

  private final UnixTable bound;

  public UnixDgramConnect(UnixTable bound) {
    super("unix_dgram_connect");
    this.bound = bound;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    UnixSock sock = (UnixSock) frame.self;
    int refusal = bound.refusal((int) frame.n, sock.type());
    if (refusal == 0) {
      sock.peer(bound.lookup((int) frame.n));
    }
    cpu.ret(frame, refusal);
  }
}
