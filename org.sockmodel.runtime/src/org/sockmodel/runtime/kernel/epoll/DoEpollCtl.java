package org.sockmodel.runtime.kernel.epoll;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.wait.WaitQueueHead;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.PollEvent;

/**
 * {@code do_epoll_ctl}, {@code fs/eventpoll.c}. {@code self}: the {@link EventPoll}; {@code other}: the {@link Sock},
 * later its {@link EpItem}; {@code n}: the operation; {@code m}: events. Returns 0, or minus an errno.
 */
public final class DoEpollCtl extends KernelFunction {

  /** {@code EPOLL_CTL_ADD}. */
  public static final int ADD = 1;
  /** {@code EPOLL_CTL_DEL}. */
  public static final int DEL = 2;
  /** {@code EPOLL_CTL_MOD}. */
  public static final int MOD = 3;
  /** What may stand with {@code EPOLLEXCLUSIVE}: {@code EPOLLEXCLUSIVE_OK_BITS}. */
  private static final int WITH_EXCLUSIVE = PollEvent.EPOLLIN | PollEvent.EPOLLOUT | PollEvent.EPOLLERR
      | PollEvent.EPOLLHUP | PollEvent.EPOLLET | PollEvent.EPOLLEXCLUSIVE | 1 << 29;
  private static final int BEGIN = 0;
  private static final int CHANGE = 1;
  private static final int POLL = 2;
  private static final int QUEUE = 3;
  private static final int QUEUED = 4;
  private static final int CHECK = 5;
  private static final int RETURN = 6;

  private final Path[] paths;
  private final KernelFunction callback;
  private final KernelFunction wakeUp;
  private final boolean knowsExclusive;

  /**
   * @param callback {@code ep_poll_callback}
   * @param wakeUp wakes one of those in the epoll instance's own queue
   * @param knowsExclusive whether the kernel has {@code EPOLLEXCLUSIVE}
   */
  public DoEpollCtl(Path[] paths, KernelFunction callback, KernelFunction wakeUp, boolean knowsExclusive) {
    super("do_epoll_ctl");
    this.paths = paths;
    this.callback = callback;
    this.wakeUp = wakeUp;
    this.knowsExclusive = knowsExclusive;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    EventPoll epoll = (EventPoll) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, PathPoint.EPOLL_CTL.in(paths), CHANGE);
      case CHANGE -> change(cpu, frame, epoll, (Sock) frame.other);
      case POLL -> cpu.walk(frame, item(frame).sock.pollPoint().in(paths), frame.n == ADD ? QUEUE : CHECK);
      case QUEUE -> cpu.walk(frame, PathPoint.EP_PTABLE_QUEUE_PROC.in(paths), QUEUED);
      case QUEUED -> {
        queue(item(frame));
        frame.pc = CHECK;
      }
      case CHECK -> check(cpu, frame, epoll, item(frame));
      default -> cpu.ret(frame, 0);
    }
  }

  private void change(Cpu cpu, Frame frame, EventPoll epoll, Sock sock) {
    EpItem item = epoll.find(sock);
    int events = (int) frame.m & (knowsExclusive ? -1 : ~PollEvent.EPOLLEXCLUSIVE);
    int errno = errno(frame, item, events);
    if (errno != 0) {
      cpu.ret(frame, -errno);
    } else if (frame.n == DEL) {
      epoll.remove(item);
      frame.pc = RETURN;
    } else {
      EpItem changed = item == null ? epoll.insert(sock) : item;
      changed.watch(events);
      frame.other = changed;
      cpu.walk(frame, PathPoint.EP_ITEM_POLL.in(paths), POLL);
    }
  }

  private static int errno(Frame frame, EpItem item, int events) {
    boolean exclusive = (events & PollEvent.EPOLLEXCLUSIVE) != 0;
    if (frame.n == ADD) {
      if (exclusive && (events & ~WITH_EXCLUSIVE) != 0) {
        return Errno.EINVAL;
      }
      return item == null ? 0 : Errno.EEXIST;
    }
    if (frame.n == MOD && exclusive) {
      return Errno.EINVAL;
    }
    if (item == null) {
      return Errno.ENOENT;
    }
    return frame.n == MOD && item.is(PollEvent.EPOLLEXCLUSIVE) ? Errno.EINVAL : 0;
  }

  /** {@code ep_ptable_queue_proc}. */
  private void queue(EpItem item) {
    WaitQueueHead sleepers = item.sock.sleepers();
    item.function(callback);
    if (item.is(PollEvent.EPOLLEXCLUSIVE)) {
      sleepers.addExclusive(item);
    } else {
      sleepers.add(item);
    }
  }

  private void check(Cpu cpu, Frame frame, EventPoll epoll, EpItem item) {
    frame.pc = RETURN;
    if (item.pollMask() != 0 && !item.ready) {
      epoll.ready(item);
      if (epoll.sleepers().hasSleeper()) {
        cpu.call(frame, wakeUp, epoll.sleepers(), RETURN);
      }
    }
  }

  private static EpItem item(Frame frame) {
    return (EpItem) frame.other;
  }
}
