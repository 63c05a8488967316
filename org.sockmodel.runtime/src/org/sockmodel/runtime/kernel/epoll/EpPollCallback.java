package org.sockmodel.runtime.kernel.epoll;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.uapi.PollEvent;

/**
 * {@code ep_poll_callback}, {@code fs/eventpoll.c}: an item's socket wakes it; the item becomes ready and wakes one
 * task in {@code epoll_wait(2)}. {@code self}: the {@link EpItem}; {@code n}: the key of the wake-up. Returns 1,
 * except for an item with {@code EPOLLEXCLUSIVE} that woke nobody: then the socket's next exclusive entry is tried.
 */
public final class EpPollCallback extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int READY = 1;
  private static final int RETURN = 2;
  private static final int IN_OR_OUT = PollEvent.EPOLLIN | PollEvent.EPOLLOUT;

  private final Path path;
  private final KernelFunction wakeUp;

  /**
   * @param wakeUp wakes one of those in the epoll instance's own queue
   */
  public EpPollCallback(Path[] paths, KernelFunction wakeUp) {
    super("ep_poll_callback");
    path = PathPoint.EP_POLL_CALLBACK.in(paths);
    this.wakeUp = wakeUp;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    EpItem item = (EpItem) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, READY);
      case READY -> {
        frame.pc = RETURN;
        frame.m = item.is(PollEvent.EPOLLEXCLUSIVE) ? 0 : 1;
        if (!item.isDisabled() && (frame.n == 0 || (frame.n & item.events) != 0)) {
          ready(cpu, frame, item);
        }
      }
      default -> cpu.ret(frame, frame.m);
    }
  }

  private void ready(Cpu cpu, Frame frame, EpItem item) {
    item.epoll.markNapiId(item.sock);
    item.epoll.ready(item);
    if (item.epoll.sleepers().hasSleeper()) {
      int inOrOut = (int) frame.n & IN_OR_OUT;
      if (inOrOut != IN_OR_OUT && (inOrOut == 0 || item.is(inOrOut))) {
        frame.m = 1;
      }
      cpu.call(frame, wakeUp, item.epoll.sleepers(), RETURN);
    }
  }
}
