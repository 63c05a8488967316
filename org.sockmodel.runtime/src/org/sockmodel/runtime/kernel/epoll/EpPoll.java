package org.sockmodel.runtime.kernel.epoll;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sock.SkBusyLoop;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.uapi.Errno;

/**
 * {@code ep_poll}, {@code fs/eventpoll.c}: waits until items are ready and reports them. {@code self}: the {@link
 * EventPoll}; {@code other}: the caller's {@link WaitQueueEntry}; {@code n}: the timeout in ns, less than 0 for none,
 * later when it ends; {@code m}: the timer; {@code k}: most events to report. Returns the number of events, or minus an
 * errno. Before it sleeps, it polls the card if the instance is told to ({@code ep_busy_loop}); and while it reports
 * events, the card's interrupts stay off for it ({@code ep_suspend_napi_irqs}).
 */
public final class EpPoll extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int LOOK = 1;
  private static final int SENT = 2;
  private static final int SLEEP = 3;
  private static final int SLEPT = 4;
  private static final int AWAKE = 5;
  private static final int POLLED = 6;
  private static final int WAIT = 7;
  /** {@link Frame#n} of a call that does not wait, or no more. */
  private static final long TIMED_OUT = Long.MIN_VALUE;

  private final Path[] paths;
  private final KernelFunction sendEvents;
  private final KernelFunction wakeFunction;
  private final SkBusyLoop busyLoop;
  private final HrTimeout timeout;

  /**
   * @param sendEvents see {@link EpSendEvents}
   * @param wakeFunction the function of the caller's wait queue entry
   */
  public EpPoll(Path[] paths, KernelFunction sendEvents, KernelFunction wakeFunction, SkBusyLoop busyLoop,
      Scheduler scheduler) {
    super("ep_poll");
    this.busyLoop = busyLoop;
    this.paths = paths;
    this.sendEvents = sendEvents;
    this.wakeFunction = wakeFunction;
    timeout = new HrTimeout(scheduler);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    EventPoll epoll = (EventPoll) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        frame.n = frame.n == 0 ? TIMED_OUT : timeout.endNs(cpu, frame.n);
        cpu.walk(frame, PathPoint.EPOLL_WAIT.in(paths), LOOK);
      }
      case LOOK -> look(cpu, frame, epoll);
      case SENT -> {
        if (cpu.result() != 0) {
          busyLoop.suspendInterrupts(cpu, epoll);
          cpu.ret(frame, cpu.result());
        } else {
          mayWait(cpu, frame, epoll);
        }
      }
      case SLEEP -> sleep(cpu, frame, epoll);
      case SLEPT -> slept(cpu, frame, epoll);
      case POLLED -> polled(cpu, frame, epoll);
      case WAIT -> mustWait(cpu, frame);
      default -> look(cpu, frame, epoll);
    }
  }

  private void look(Cpu cpu, Frame frame, EventPoll epoll) {
    if (epoll.hasReady()) {
      cpu.call(frame, sendEvents, epoll, SENT).n = frame.k;
    } else {
      mayWait(cpu, frame, epoll);
    }
  }

  private void mayWait(Cpu cpu, Frame frame, EventPoll epoll) {
    if (frame.n == TIMED_OUT) {
      cpu.ret(frame, 0);
    } else if (busyLoop.canRun(cpu, epoll)) {
      cpu.call(frame, busyLoop, epoll, POLLED);
    } else {
      frame.pc = WAIT;
    }
  }

  private void polled(Cpu cpu, Frame frame, EventPoll epoll) {
    if (epoll.hasReady()) {
      frame.pc = LOOK;
    } else {
      busyLoop.resumeInterrupts(cpu, frame, epoll, WAIT);
      epoll.dropNapiId();
    }
  }

  private void mustWait(Cpu cpu, Frame frame) {
    if (timeout.signalPending(cpu)) {
      cpu.ret(frame, -Errno.EINTR);
    } else {
      cpu.walk(frame, PathPoint.EP_SCHEDULE_TIMEOUT.in(paths), SLEEP);
    }
  }

  private void sleep(Cpu cpu, Frame frame, EventPoll epoll) {
    if (epoll.hasReady()) {
      frame.pc = LOOK;
      return;
    }
    timeout.prepareToSleep(cpu);
    epoll.sleepers().addExclusiveFirst(((WaitQueueEntry) frame.other).function(wakeFunction));
    timeout.call(cpu, frame, frame.n, SLEPT);
  }

  private void slept(Cpu cpu, Frame frame, EventPoll epoll) {
    if (timeout.isOver(cpu, frame, frame.n)) {
      frame.n = TIMED_OUT;
    }
    epoll.sleepers().remove((WaitQueueEntry) frame.other);
    cpu.walk(frame, PathPoint.EP_WOKEN.in(paths), AWAKE);
  }
}
