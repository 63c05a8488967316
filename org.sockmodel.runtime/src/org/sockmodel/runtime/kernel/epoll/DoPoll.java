package org.sockmodel.runtime.kernel.epoll;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sock.SkBusyLoop;
import org.sockmodel.runtime.kernel.sock.Sock;

/**
 * {@code do_poll} or {@code do_select}, {@code fs/select.c}: asks every socket, enters the wait queue of each in the
 * first round, and sleeps until one of them wakes it. {@code self}: the {@link PollWqueues}; {@code n}: the timeout in
 * ns, less than 0 for none, later when it ends; {@code m}: the next socket, or the timer; {@code k}: sockets with
 * events, and in the bits from {@link #ROUND} on, what has happened. Returns the number of sockets with events, or
 * minus an errno.
 */
public final class DoPoll extends KernelFunction {

  /** {@code ERESTARTNOHAND}, {@code include/linux/errno.h}: {@code EINTR} if the signal has a handler. */
  private static final int ERESTARTNOHAND = 514;
  /** {@code ERESTART_RESTARTBLOCK}: likewise, but what is made again knows how much of its time is left. */
  private static final int ERESTART_RESTARTBLOCK = 516;
  private static final int BEGIN = 0;
  private static final int NEXT = 1;
  private static final int SOCKET = 2;
  private static final int QUEUED = 3;
  private static final int CHECK = 4;
  private static final int SLEEP = 5;
  private static final int SLEPT = 6;
  private static final int FREE = 7;
  private static final int FREED = 8;
  private static final int ASK = 9;
  private static final int RETURN = 10;
  private static final long ROUND = 1L << 32;
  private static final long TIMED_OUT = 1L << 33;
  private static final long INTERRUPTED = 1L << 34;

  private final Path[] paths;
  private final Path begin;
  private final Path socket;
  private final Path sleep;
  private final KernelFunction pollWake;
  private final HrTimeout timeout;
  private final PollBusyLoop busy;
  private final SkBusyLoop skBusyLoop;
  private final int restart;

  /**
   * What {@code poll(2)} and {@code select(2)} have in common.
   *
   * @param pollWake the function of their wait queue entries
   * @param busyLoop polls the card that a socket's packets come from
   * @param busyPollNs {@code net.core.busy_poll}, in ns
   */
  public record Means(KernelFunction pollWake, Scheduler scheduler, SkBusyLoop busyLoop, long busyPollNs) {
  }

  private DoPoll(String symbol, Path[] paths, PathPoint begin, PathPoint socket, PathPoint sleep, Means means,
      int restart) {
    super(symbol);
    this.restart = restart;
    this.paths = paths;
    this.begin = begin.in(paths);
    this.socket = socket.in(paths);
    this.sleep = sleep.in(paths);
    pollWake = means.pollWake;
    timeout = new HrTimeout(means.scheduler);
    busy = new PollBusyLoop(means.scheduler, means.busyPollNs);
    skBusyLoop = means.busyLoop;
  }

  /** {@code do_sys_poll}. */
  public static DoPoll poll(Path[] paths, Means means) {
    return new DoPoll("do_sys_poll", paths, PathPoint.DO_SYS_POLL, PathPoint.DO_POLLFD,
        PathPoint.POLL_SCHEDULE_TIMEOUT, means, ERESTART_RESTARTBLOCK);
  }

  /** {@code core_sys_select}. */
  public static DoPoll select(Path[] paths, Means means) {
    return new DoPoll("do_select", paths, PathPoint.DO_SELECT, PathPoint.SELECT_POLL_ONE,
        PathPoint.SELECT_SCHEDULE_TIMEOUT, means, ERESTARTNOHAND);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    PollWqueues wqueues = (PollWqueues) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        frame.k = frame.n == 0 ? TIMED_OUT | ROUND : 0;
        frame.n = timeout.endNs(cpu, frame.n);
        busy.begin(wqueues.busyLoop);
        cpu.walk(frame, begin, NEXT);
      }
      case NEXT -> next(cpu, frame, wqueues);
      case SOCKET -> pollCard(cpu, frame, wqueues);
      case ASK -> cpu.walk(frame, entry(frame).sock.pollPoint().in(paths), queues(frame) ? QUEUED : CHECK);
      case QUEUED -> {
        entry(frame).sock.sleepers().add(entry(frame).function(pollWake));
        cpu.walk(frame, PathPoint.POLLWAIT.in(paths), CHECK);
      }
      case CHECK -> check(frame, wqueues);
      case SLEEP -> sleep(cpu, frame, wqueues);
      case SLEPT -> slept(cpu, frame, wqueues);
      case FREE, FREED -> free(cpu, frame, wqueues);
      default -> cpu.ret(frame, (frame.k & INTERRUPTED) != 0 ? -restart : (int) frame.k);
    }
  }

  private void next(Cpu cpu, Frame frame, PollWqueues wqueues) {
    if (frame.m < wqueues.count()) {
      cpu.walk(frame, socket, SOCKET);
      return;
    }
    frame.k |= ROUND;
    frame.m = 0;
    if ((int) frame.k == 0 && timeout.signalPending(cpu)) {
      frame.k |= INTERRUPTED;
      frame.pc = FREE;
    } else if ((int) frame.k > 0 || (frame.k & TIMED_OUT) != 0) {
      frame.pc = FREE;
    } else if (!busy.goesOn(cpu, wqueues.busyLoop)) {
      busy.end(wqueues.busyLoop);
      cpu.walk(frame, sleep, SLEEP);
    }
  }

  /** Only the first round, and only up to the first socket with an event, enters wait queues. */
  private static boolean queues(Frame frame) {
    return (frame.k & ROUND) == 0 && (int) frame.k == 0;
  }

  /** {@code sock_poll}: a single round for the card, if there is one. */
  private void pollCard(Cpu cpu, Frame frame, PollWqueues wqueues) {
    Sock sock = entry(frame).sock;
    frame.pc = ASK;
    if (busy.asks(cpu, wqueues.busyLoop, sock) && skBusyLoop.canRun(cpu, sock)) {
      cpu.call(frame, skBusyLoop, sock, ASK).m = 1;
    }
  }

  private void check(Frame frame, PollWqueues wqueues) {
    PollTableEntry entry = entry(frame);
    if ((entry.sock.pollMask() & entry.events) != 0) {
      frame.k++;
      busy.end(wqueues.busyLoop);
    }
    frame.m++;
    frame.pc = NEXT;
  }

  private void sleep(Cpu cpu, Frame frame, PollWqueues wqueues) {
    if (wqueues.triggered) {
      wqueues.triggered = false;
      frame.pc = NEXT;
    } else {
      timeout.prepareToSleep(cpu);
      timeout.call(cpu, frame, frame.n, SLEPT);
    }
  }

  private void slept(Cpu cpu, Frame frame, PollWqueues wqueues) {
    if (timeout.isOver(cpu, frame, frame.n)) {
      frame.k |= TIMED_OUT;
    }
    wqueues.triggered = false;
    frame.m = 0;
    frame.pc = NEXT;
  }

  private void free(Cpu cpu, Frame frame, PollWqueues wqueues) {
    while (frame.m < wqueues.count()) {
      PollTableEntry entry = entry(frame);
      frame.m++;
      if (entry.sock.sleepers().has(entry)) {
        entry.sock.sleepers().remove(entry);
        cpu.walk(frame, PathPoint.POLL_FREEWAIT.in(paths), FREED);
        return;
      }
    }
    frame.pc = RETURN;
  }

  private static PollTableEntry entry(Frame frame) {
    return ((PollWqueues) frame.self).entry((int) frame.m);
  }
}
