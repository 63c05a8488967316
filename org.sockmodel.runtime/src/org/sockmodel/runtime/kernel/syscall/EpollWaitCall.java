package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.trace.Syscall;

/**
 * {@code epoll_wait(2)}, {@code fs/eventpoll.c}. {@code self}: the {@link
 * org.sockmodel.runtime.kernel.epoll.EventPoll}; {@code other}: the caller's wait queue entry; {@code n}: the timeout
 * in ns, less than 0 for none; {@code m}: most events; {@code k}: the descriptor.
 */
public final class EpollWaitCall extends TracedCall {

  private static final long NS_PER_MS = 1_000_000;

  private final KernelFunction epPoll;

  public EpollWaitCall(KernelFunction epPoll, Path[] paths, Scheduler scheduler) {
    super(Syscall.EPOLL_WAIT, paths, scheduler);
    this.epPoll = epPoll;
  }

  @Override
  void enter(Cpu cpu, Frame frame) {
    cpu.trace().fire(Syscall.EPOLL_WAIT.enter(), frame.k, 0, frame.m, frame.n < 0 ? -1 : frame.n / NS_PER_MS);
  }

  @Override
  void work(Cpu cpu, Frame frame, int nextPc) {
    Frame callee = cpu.call(frame, epPoll, frame.self, nextPc);
    callee.other = frame.other;
    callee.n = frame.n;
    callee.k = frame.m;
  }
}
