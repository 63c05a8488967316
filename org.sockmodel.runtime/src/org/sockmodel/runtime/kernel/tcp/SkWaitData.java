package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.kernel.timer.ScheduleTimeout;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;

/**
 * {@code sk_wait_data}, {@code net/core/sock.c}: lets the socket go, sleeps until data comes or the timeout is over,
 * and owns the socket again. {@code self}: the {@link TcpSock}; {@code other}: the caller's {@link WaitQueueEntry},
 * with the timeout that is left; {@code n}: 1 if what is queued already is no reason to stay awake.
 */
final class SkWaitData extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int ADD = 1;
  private static final int RELEASE = 2;
  private static final int RELEASED = 3;
  private static final int SCHEDULE = 4;
  private static final int SLEPT = 5;
  private static final int LOCK = 6;
  private static final int LOCKED = 7;

  private final Path[] paths;
  private final ScheduleTimeout scheduleTimeout;
  private final KernelFunction releaseSock;
  private final KernelFunction wakeFunction;
  private final boolean waitWoken;

  /**
   * @param wakeFunction the function of the reader's wait queue entry
   * @param waitWoken whether the reader sleeps in {@code wait_woken}
   */
  SkWaitData(Path[] paths, ScheduleTimeout scheduleTimeout, KernelFunction releaseSock, KernelFunction wakeFunction,
      boolean waitWoken) {
    super("sk_wait_data");
    this.paths = paths;
    this.scheduleTimeout = scheduleTimeout;
    this.releaseSock = releaseSock;
    this.wakeFunction = wakeFunction;
    this.waitWoken = waitWoken;
  }

  /** {@code signal_pending(current)}. */
  boolean signalPending(Cpu cpu) {
    return scheduleTimeout.signalPending(cpu);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    WaitQueueEntry entry = (WaitQueueEntry) frame.other;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, PathPoint.SK_WAIT_DATA.in(paths), ADD);
      case ADD -> {
        sock.sleepers().add(entry.function(wakeFunction));
        if (!waitWoken) {
          entry.task().state(Task.INTERRUPTIBLE);
        }
        cpu.walk(frame, PathPoint.RELEASE_BEFORE_WAIT.in(paths), RELEASE);
      }
      case RELEASE -> cpu.call(frame, releaseSock, sock, RELEASED);
      case RELEASED -> released(cpu, frame, sock, entry);
      case SCHEDULE -> {
        frame.pc = LOCK;
        if (!waitWoken || !entry.takeWoken()) {
          sock.waitsForData(true);
          scheduleTimeout.call(cpu, frame, entry.timeoutJiffies(), SLEPT);
        }
      }
      case SLEPT -> {
        sock.waitsForData(false);
        entry.timeoutJiffies(scheduleTimeout.left(cpu, entry.timeoutJiffies()));
        frame.pc = LOCK;
      }
      case LOCK -> {
        entry.task().state(Task.RUNNING);
        if (sock.lock(cpu, frame, LOCK)) {
          cpu.walk(frame, PathPoint.TCP_WOKEN.in(paths), LOCKED);
        }
      }
      default -> {
        entry.takeWoken();
        sock.sleepers().remove(entry);
        cpu.ret(frame, 0);
      }
    }
  }

  private void released(Cpu cpu, Frame frame, TcpSock sock, WaitQueueEntry entry) {
    if (frame.n == 0 && !sock.receiveQueue().isEmpty()) {
      frame.pc = LOCK;
      return;
    }
    if (waitWoken) {
      entry.task().state(Task.INTERRUPTIBLE);
    }
    cpu.walk(frame, PathPoint.WAIT_WOKEN.in(paths), SCHEDULE);
  }
}
