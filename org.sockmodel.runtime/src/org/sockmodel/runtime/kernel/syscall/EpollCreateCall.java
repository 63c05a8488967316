package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.trace.Syscall;

/** {@code epoll_create1(2)}, {@code fs/eventpoll.c}. {@code n}: the new descriptor, which it returns. */
public final class EpollCreateCall extends KernelFunction {

  private static final int BEGIN = 0;

  private final Path path;

  public EpollCreateCall(Path[] paths) {
    super("sys_epoll_create1");
    path = PathPoint.EPOLL_CREATE.in(paths);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    if (frame.pc == BEGIN) {
      cpu.trace().fire(Syscall.EPOLL_CREATE1.enter(), 0);
      cpu.walk(frame, path, BEGIN + 1);
    } else {
      cpu.trace().fire(Syscall.EPOLL_CREATE1.exit(), frame.n);
      cpu.ret(frame, frame.n);
    }
  }
}
