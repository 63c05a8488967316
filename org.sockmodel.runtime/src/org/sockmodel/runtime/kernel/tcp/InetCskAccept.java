package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sock.Sleeps;
import org.sockmodel.runtime.kernel.timer.ScheduleTimeout;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.MessageFlag;

/**
 * {@code inet_csk_accept}, {@code net/ipv4/inet_connection_sock.c}: takes a finished connection, or sleeps exclusively
 * until there is one. {@code self}: the listener; {@code other}: the caller's {@link WaitQueueEntry}; {@code m}: flags;
 * {@code k}: the result. Returns 0, with the child in the caller's {@code other}, or minus an errno.
 */
final class InetCskAccept extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int LOCK = 1;
  private static final int LOOK = 2;
  private static final int WAIT = 3;
  private static final int SCHEDULE = 4;
  private static final int SLEPT = 5;
  private static final int WAIT_LOCK = 6;
  private static final int AWAKE = 7;
  private static final int TAKEN = 8;
  private static final int RELEASED = 9;
  private static final int RELEASE = 10;
  private static final int RETURN = 11;
  private static final int SLEEP = 12;

  private final Path[] paths;
  private final KernelFunction releaseSock;
  private final KernelFunction wakeFunction;
  private final ScheduleTimeout scheduleTimeout;

  /**
   * @param wakeFunction {@code autoremove_wake_function}
   */
  InetCskAccept(Path[] paths, KernelFunction releaseSock, KernelFunction wakeFunction,
      ScheduleTimeout scheduleTimeout) {
    super("inet_csk_accept");
    this.paths = paths;
    this.releaseSock = releaseSock;
    this.wakeFunction = wakeFunction;
    this.scheduleTimeout = scheduleTimeout;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock listener = (TcpSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, PathPoint.ACCEPT.in(paths), LOCK);
      case LOCK -> {
        if (listener.lock(cpu, frame, LOCK)) {
          boolean nonblocking = (frame.m & MessageFlag.MSG_DONTWAIT) != 0;
          ((WaitQueueEntry) frame.other).timeoutJiffies(listener.rcvtimeoJiffies(nonblocking));
          frame.pc = LOOK;
        }
      }
      case LOOK -> look(cpu, frame, listener);
      case WAIT, SCHEDULE, SLEEP, SLEPT, WAIT_LOCK, AWAKE -> waitForConnect(cpu, frame, listener);
      case TAKEN -> cpu.call(frame, releaseSock, listener, RELEASED);
      case RELEASED -> cpu.walk(frame, PathPoint.ACCEPT_DONE.in(paths), RETURN);
      case RELEASE -> cpu.call(frame, releaseSock, listener, RETURN);
      default -> cpu.ret(frame, frame.k);
    }
  }

  private void look(Cpu cpu, Frame frame, TcpSock listener) {
    long timeout = ((WaitQueueEntry) frame.other).timeoutJiffies();
    frame.pc = RELEASE;
    if (listener.state != TcpState.TCP_LISTEN) {
      frame.k = -Errno.EINVAL;
    } else if (!listener.acceptQueue.isEmpty()) {
      frame.caller().other = listener.acceptQueue.poll();
      cpu.walk(frame, PathPoint.ACCEPT_TAKEN.in(paths), TAKEN);
    } else if (scheduleTimeout.signalPending(cpu)) {
      frame.k = Sleeps.interruptedErrno(timeout);
    } else if (timeout == 0) {
      frame.k = -Errno.EAGAIN;
    } else {
      cpu.walk(frame, PathPoint.ACCEPT_WAIT.in(paths), WAIT);
    }
  }

  /** {@code inet_csk_wait_for_connect}. */
  private void waitForConnect(Cpu cpu, Frame frame, TcpSock listener) {
    WaitQueueEntry entry = (WaitQueueEntry) frame.other;
    switch (frame.pc) {
      case WAIT -> {
        listener.sleepers().prepareToWaitExclusive(entry.function(wakeFunction));
        cpu.call(frame, releaseSock, listener, SCHEDULE);
      }
      case SCHEDULE -> {
        frame.pc = WAIT_LOCK;
        if (listener.acceptQueue.isEmpty()) {
          cpu.walk(frame, PathPoint.ACCEPT_SCHEDULE.in(paths), SLEEP);
        }
      }
      case SLEEP -> scheduleTimeout.call(cpu, frame, entry.timeoutJiffies(), SLEPT);
      case SLEPT -> {
        entry.timeoutJiffies(scheduleTimeout.left(cpu, entry.timeoutJiffies()));
        frame.pc = WAIT_LOCK;
      }
      case WAIT_LOCK -> {
        if (listener.lock(cpu, frame, WAIT_LOCK)) {
          cpu.walk(frame, PathPoint.ACCEPT_WOKEN.in(paths), AWAKE);
        }
      }
      default -> {
        listener.sleepers().finishWait(entry);
        frame.pc = LOOK;
      }
    }
  }
}
