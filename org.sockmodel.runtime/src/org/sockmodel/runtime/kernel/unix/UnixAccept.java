package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.model.Errno;

/**
 * {@code unix_accept}, {@code net/unix/af_unix.c}, of a socket that does not listen, as none does in the simulator.
 * {@code self}: the {@link UnixSock}. Returns minus an errno; takes no time.
 */
public final class UnixAccept extends KernelFunction {

  public UnixAccept() {
    super("unix_accept");
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    boolean connects = ((UnixSock) frame.self).isConnectionBased();
    cpu.ret(frame, connects ? -Errno.EINVAL : -Errno.EOPNOTSUPP);
  }
}
