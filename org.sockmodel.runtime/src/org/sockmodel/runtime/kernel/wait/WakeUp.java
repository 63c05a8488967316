package org.sockmodel.runtime.kernel.wait;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.kernel.sched.Scheduler;

/**
 * {@code __wake_up_common}, {@code kernel/sched/wait.c}: calls the function of every non-exclusive entry and of
 * exclusive ones, either all or up to the first that woke its task. {@code self}: the {@link WaitQueueHead}; {@code m}:
 * the key, a mask of poll events, 0 for none; an entry's function gets it as its {@code n}, and the wake-up's flags as
 * its {@code m}.
 */
public final class WakeUp extends StraightFunction {

  /** How long a CPU waits before it looks at the queue's lock again. */
  private static final long SPIN_NS = 40;
  private static final int BEGIN = 0;
  private static final int LOCK = 1;
  private static final int CALL = 2;
  private static final int CALLED = 3;
  private static final int END = 4;

  private final Path path;
  private final boolean allExclusive;
  private final int flags;

  private WakeUp(String symbol, Path path, boolean allExclusive, int flags) {
    super(symbol);
    this.path = path;
    this.allExclusive = allExclusive;
    this.flags = flags;
  }

  /** {@code __wake_up_sync_key} of one exclusive entry. */
  public static WakeUp sync(Path[] paths) {
    return new WakeUp("__wake_up_sync_key", PathPoint.WAKE_UP.in(paths), false, Scheduler.SYNC);
  }

  /** {@code wake_up_interruptible_sync_poll} of a reader with a prequeue, one exclusive entry. */
  public static WakeUp prequeue(Path[] paths) {
    return new WakeUp("__wake_up_sync_key", PathPoint.TCP_PREQUEUE_WAKE_UP.in(paths), false, Scheduler.SYNC);
  }

  /** {@code wake_up_interruptible_sync_poll} of a pipe, one exclusive entry. */
  public static WakeUp pipe(Path[] paths) {
    return new WakeUp("__wake_up_sync_key", PathPoint.PIPE_WAKE_UP.in(paths), false, Scheduler.SYNC);
  }

  /** {@code wake_up_interruptible_poll} of one exclusive entry: the waker does not mean to sleep. */
  public static WakeUp poll(Path[] paths) {
    return new WakeUp("__wake_up", PathPoint.WAKE_UP_POLL.in(paths), false, 0);
  }

  /** {@code wake_up} or {@code wake_up_sync} of an epoll instance's queue, one exclusive entry. */
  public static WakeUp epoll(Path[] paths, boolean sync) {
    return new WakeUp("__wake_up", PathPoint.EP_WAKE_UP.in(paths), false, sync ? Scheduler.SYNC : 0);
  }

  /** {@code wake_up_interruptible_all}. */
  public static WakeUp all(Path[] paths) {
    return new WakeUp("__wake_up", PathPoint.WAKE_UP_ALL.in(paths), true, 0);
  }

  @Override
  protected int run(Cpu cpu, Frame frame, Object self, int from) {
    WaitQueueHead head = (WaitQueueHead) self;
    int pc = from;
    if (pc == BEGIN) {
      cpu.irqsOff();
      pc = cpu.walkOn(frame, path, LOCK);
    }
    if (pc == LOCK) {
      pc = lock(cpu, frame, head);
    }
    while (pc == CALL || pc == CALLED) {
      if (pc == CALL) {
        pc = callEntry(cpu, frame, head);
      }
      if (pc == CALLED) {
        pc = cpu.result() > 0 && frame.n != 0 && !allExclusive ? END : CALL;
      }
    }
    if (pc != END) {
      return suspend(frame, head);
    }
    head.endWakeUp();
    cpu.irqsOn();
    return ret(cpu, 0);
  }

  private static int lock(Cpu cpu, Frame frame, WaitQueueHead head) {
    return head.beginWakeUp() ? CALL : cpu.spendOn(frame, SPIN_NS, LOCK);
  }

  private int callEntry(Cpu cpu, Frame frame, WaitQueueHead head) {
    WaitQueueEntry entry = head.nextToWake();
    if (entry == null) {
      return END;
    }
    frame.n = entry.exclusive ? 1 : 0;
    return cpu.callOn(frame, entry.function(), entry, frame.m, flags, CALLED);
  }
}
