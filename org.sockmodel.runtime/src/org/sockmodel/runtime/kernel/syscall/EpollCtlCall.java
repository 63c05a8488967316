package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.trace.Syscall;

/**
 * {@code epoll_ctl(2)}, {@code fs/eventpoll.c}. {@code self}: the {@link
 * org.sockmodel.runtime.kernel.epoll.EventPoll}; {@code other}: the socket; {@code n}: the operation; {@code m}:
 * events; {@code k}: the socket's descriptor and, {@link #EPFD_SHIFT} bits higher, that of the epoll instance.
 */
public final class EpollCtlCall extends TracedCall {

  /** How far the epoll instance's descriptor stands above the socket's. */
  public static final int EPFD_SHIFT = 32;

  private final KernelFunction doEpollCtl;

  public EpollCtlCall(KernelFunction doEpollCtl, Path[] paths, Scheduler scheduler) {
    super(Syscall.EPOLL_CTL, paths, scheduler);
    this.doEpollCtl = doEpollCtl;
  }

  @Override
  void enter(Cpu cpu, Frame frame) {
    cpu.trace().fire(Syscall.EPOLL_CTL.enter(), frame.k >>> EPFD_SHIFT, frame.n, (int) frame.k, 0);
  }

  @Override
  void work(Cpu cpu, Frame frame, int nextPc) {
    Frame callee = cpu.call(frame, doEpollCtl, frame.self, nextPc);
    callee.other = frame.other;
    callee.n = frame.n;
    callee.m = frame.m;
  }
}
