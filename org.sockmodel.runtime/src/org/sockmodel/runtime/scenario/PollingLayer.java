package org.sockmodel.runtime.scenario;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.epoll.DoEpollCtl;
import org.sockmodel.runtime.kernel.epoll.DoPoll;
import org.sockmodel.runtime.kernel.epoll.EpPoll;
import org.sockmodel.runtime.kernel.epoll.EpPollCallback;
import org.sockmodel.runtime.kernel.epoll.EpSendEvents;
import org.sockmodel.runtime.kernel.epoll.EventPoll;
import org.sockmodel.runtime.kernel.epoll.PollWake;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.syscall.EpollCreateCall;
import org.sockmodel.runtime.kernel.syscall.EpollCtlCall;
import org.sockmodel.runtime.kernel.syscall.EpollWaitCall;
import org.sockmodel.runtime.kernel.syscall.PollCall;
import org.sockmodel.runtime.kernel.wait.WakeFunction;
import org.sockmodel.runtime.kernel.wait.WakeUp;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.workload.PollingCalls;

/** Poll, select and epoll on one machine: which function calls which. */
final class PollingLayer implements PollingCalls {

  private static final int NAPI_POLL_WEIGHT = 64;
  /** {@code busy_loop_current_time}, {@code include/net/busy_poll.h}, takes these for microseconds. */
  private static final long BUSY_POLL_UNIT_NS = 1024;

  private final KernelFunction poll;
  private final KernelFunction select;
  private final KernelFunction epollCreate;
  private final KernelFunction epollCtl;
  private final KernelFunction epollWait;
  private final boolean knowsParams;
  private final long busyPollNs;

  PollingLayer(SimulatedMachine machine) {
    knowsParams = machine.profile().has("epoll_params");
    Path[] paths = machine.paths();
    Scheduler scheduler = machine.scheduler();
    KernelFunction pollWake = new PollWake(paths, scheduler.tryToWakeUp());
    busyPollNs = machine.sysctl("busy_poll", 0) * BUSY_POLL_UNIT_NS;
    DoPoll.Means means = new DoPoll.Means(pollWake, scheduler, machine.busyLoop(), busyPollNs);
    poll = PollCall.poll(DoPoll.poll(paths, means), paths, scheduler);
    select = PollCall.select(DoPoll.select(paths, means), paths, scheduler);
    KernelFunction wakeUp = WakeUp.epoll(paths, machine.profile().has("epoll_wakes_sync"));
    KernelFunction callback = new EpPollCallback(paths, wakeUp);
    epollCreate = new EpollCreateCall(paths);
    epollCtl = new EpollCtlCall(new DoEpollCtl(paths, callback, wakeUp, machine.profile().has("epoll_exclusive")),
        paths, scheduler);
    epollWait = new EpollWaitCall(new EpPoll(paths, new EpSendEvents(paths, wakeUp),
        WakeFunction.epoll(paths, scheduler.tryToWakeUp()), machine.busyLoop(), scheduler), paths, scheduler);
  }

  @Override
  public KernelFunction poll() {
    return poll;
  }

  @Override
  public KernelFunction select() {
    return select;
  }

  @Override
  public KernelFunction epollCreate() {
    return epollCreate;
  }

  @Override
  public EventPoll newEpoll() {
    return new EventPoll(busyPollNs);
  }

  @Override
  public KernelFunction epollCtl() {
    return epollCtl;
  }

  @Override
  public KernelFunction epollWait() {
    return epollWait;
  }

  @Override
  public int epollParams(EventPoll epoll, Instruction.EpollParams params, boolean netAdmin) {
    if (!knowsParams) {
      return -Errno.ENOTTY;
    }
    if (params.budgetPackets() > NAPI_POLL_WEIGHT && !netAdmin) {
      return -Errno.EPERM;
    }
    epoll.busyPoll(params.busyPollNs(), params.budgetPackets(), params.prefers());
    return 0;
  }
}
