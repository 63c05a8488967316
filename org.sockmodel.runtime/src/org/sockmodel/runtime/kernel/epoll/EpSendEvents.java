package org.sockmodel.runtime.kernel.epoll;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.uapi.PollEvent;

/**
 * {@code ep_send_events}, {@code fs/eventpoll.c}: asks each ready item's socket once more and reports what is true. A
 * level-triggered item stays ready, so that whoever waits too is woken at the end and finds it or not. {@code self}:
 * the {@link EventPoll}; {@code other}: the {@link EpItem} that is asked; {@code n}: most events; {@code m}: events so
 * far; {@code k}: items left to ask. Returns the number of events.
 */
public final class EpSendEvents extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int NEXT = 1;
  private static final int POLL = 2;
  private static final int CHECK = 3;
  private static final int RETURN = 4;

  private final Path[] paths;
  private final KernelFunction wakeUp;

  /**
   * @param wakeUp wakes one of those in the epoll instance's own queue
   */
  public EpSendEvents(Path[] paths, KernelFunction wakeUp) {
    super("ep_send_events");
    this.paths = paths;
    this.wakeUp = wakeUp;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    EventPoll epoll = (EventPoll) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        frame.k = epoll.readyCount();
        frame.pc = NEXT;
      }
      case NEXT -> next(cpu, frame, epoll);
      case POLL -> cpu.walk(frame, ((EpItem) frame.other).sock.pollPoint().in(paths), CHECK);
      case CHECK -> {
        check(frame, epoll, (EpItem) frame.other);
        frame.pc = NEXT;
      }
      default -> cpu.ret(frame, frame.m);
    }
  }

  private void next(Cpu cpu, Frame frame, EventPoll epoll) {
    if (frame.k > 0 && frame.m < frame.n && epoll.hasReady()) {
      frame.k--;
      frame.other = epoll.takeReady();
      cpu.walk(frame, PathPoint.EP_SEND_EVENTS.in(paths), POLL);
      return;
    }
    frame.pc = RETURN;
    if (epoll.hasReady() && epoll.sleepers().hasSleeper()) {
      cpu.call(frame, wakeUp, epoll.sleepers(), RETURN);
    }
  }

  private static void check(Frame frame, EventPoll epoll, EpItem item) {
    if (item.pollMask() == 0) {
      return;
    }
    frame.m++;
    if (item.is(PollEvent.EPOLLONESHOT)) {
      item.events &= EpItem.PRIVATE_BITS;
    } else if (!item.is(PollEvent.EPOLLET)) {
      epoll.ready(item);
    }
  }
}
