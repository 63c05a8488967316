package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.epoll.EventPoll;
import org.sockmodel.runtime.model.Instruction;

/** The system calls that wait for many sockets at once; see {@code kernel.syscall} for their locals. */
public interface PollingCalls {

  /** {@code poll(2)}. */
  KernelFunction poll();

  /** {@code select(2)}. */
  KernelFunction select();

  /** {@code epoll_create1(2)}. */
  KernelFunction epollCreate();

  /** {@code ep_alloc}: a new instance for a thread that calls it. */
  EventPoll newEpoll();

  /** {@code epoll_ctl(2)}. */
  KernelFunction epollCtl();

  /** {@code epoll_wait(2)}. */
  KernelFunction epollWait();

  /**
   * {@code ep_eventpoll_bp_ioctl}; takes no time and is not traced.
   *
   * @param netAdmin whether the caller has {@code CAP_NET_ADMIN}
   * @return 0, or minus an errno
   */
  int epollParams(EventPoll epoll, Instruction.EpollParams params, boolean netAdmin);
}
