package org.sockmodel.runtime.kernel.wait;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.uapi.PollEvent;

/**
 * What an entry's function does: it wakes its task through {@code default_wake_function}, and then either leaves the
 * queue or marks that it was woken. {@code self}: the {@link WaitQueueEntry}; {@code n}: the key of the wake-up, a
 * mask of poll events, 0 for none; {@code m}: {@link
 * org.sockmodel.runtime.kernel.sched.Scheduler#SYNC} or 0. Returns 1 if the task slept.
 */
public final class WakeFunction extends StraightFunction {

  private static final int ANY = -1;
  private static final int BEGIN = 0;
  private static final int WAKE = 1;
  private static final int WOKEN = 2;

  private final Path path;
  private final KernelFunction tryToWakeUp;
  private final boolean removes;
  private final int events;

  private WakeFunction(String symbol, Path path, KernelFunction tryToWakeUp, boolean removes, int events) {
    super(symbol);
    this.events = events;
    this.path = path;
    this.tryToWakeUp = tryToWakeUp;
    this.removes = removes;
  }

  /** {@code autoremove_wake_function}: the function of {@code DEFINE_WAIT}. */
  public static WakeFunction autoremove(Path[] paths, KernelFunction tryToWakeUp) {
    Path path = PathPoint.AUTOREMOVE_WAKE_FUNCTION.in(paths);
    return new WakeFunction("autoremove_wake_function", path, tryToWakeUp, true, ANY);
  }

  /** {@code ep_autoremove_wake_function}, {@code fs/eventpoll.c}: the function of a task in {@code epoll_wait(2)}. */
  public static WakeFunction epoll(Path[] paths, KernelFunction tryToWakeUp) {
    Path path = PathPoint.EP_AUTOREMOVE_WAKE_FUNCTION.in(paths);
    return new WakeFunction("ep_autoremove_wake_function", path, tryToWakeUp, true, ANY);
  }

  /** {@code receiver_wake_function}, {@code net/core/datagram.c}: the function of a datagram reader. */
  public static WakeFunction receiver(Path[] paths, KernelFunction tryToWakeUp) {
    Path path = PathPoint.RECEIVER_WAKE_FUNCTION.in(paths);
    return new WakeFunction("receiver_wake_function", path, tryToWakeUp, true, PollEvent.POLLIN | PollEvent.POLLERR);
  }

  /** {@code woken_wake_function}: the function of a task in {@code wait_woken}. */
  public static WakeFunction woken(Path[] paths, KernelFunction tryToWakeUp) {
    Path path = PathPoint.WOKEN_WAKE_FUNCTION.in(paths);
    return new WakeFunction("woken_wake_function", path, tryToWakeUp, false, ANY);
  }

  @Override
  protected int run(Cpu cpu, Frame frame, Object self, int from) {
    WaitQueueEntry entry = (WaitQueueEntry) self;
    int pc = from;
    if (pc == BEGIN) {
      if (frame.n != 0 && (frame.n & events) == 0) {
        return ret(cpu, 0);
      }
      pc = cpu.walkOn(frame, path, WAKE);
    }
    if (pc == WAKE) {
      entry.woken = true;
      pc = cpu.callOn(frame, tryToWakeUp, entry.task, 0, frame.m, WOKEN);
    }
    if (pc != WOKEN) {
      return suspend(frame, entry);
    }
    if (removes && cpu.result() != 0 && entry.head != null) {
      entry.head.remove(entry);
    }
    return ret(cpu, cpu.result());
  }
}
