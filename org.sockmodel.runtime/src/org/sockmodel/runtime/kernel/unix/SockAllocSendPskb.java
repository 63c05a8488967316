package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sock.Sleeps;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.timer.ScheduleTimeout;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.MessageFlag;

/**
 * {@code sock_alloc_send_pskb} with {@code sock_wait_for_wmem}, {@code net/core/sock.c}: waits until the sender may
 * have one more packet. {@code self}: the {@link UnixSock}; {@code other}: the caller's wait queue entry; {@code m}:
 * flags. Returns 0, or minus an errno.
 */
public final class SockAllocSendPskb extends KernelFunction {

  private static final int CHECK = 0;
  private static final int WAIT = 1;
  private static final int SLEEP = 2;
  private static final int SLEPT = 3;

  private final Path prepare;
  private final Path sleep;
  private final Path woken;
  private final ScheduleTimeout scheduleTimeout;
  private final KernelFunction wakeFunction;

  public SockAllocSendPskb(UnixEnvironment kernel) {
    super("sock_alloc_send_pskb");
    prepare = PathPoint.SOCK_WAIT_FOR_WMEM.in(kernel.paths());
    sleep = PathPoint.WMEM_SCHEDULE_TIMEOUT.in(kernel.paths());
    woken = PathPoint.WMEM_WOKEN.in(kernel.paths());
    scheduleTimeout = kernel.scheduleTimeout();
    wakeFunction = kernel.autoremove();
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    UnixSock sock = (UnixSock) frame.self;
    WaitQueueEntry entry = (WaitQueueEntry) frame.other;
    switch (frame.pc) {
      case CHECK -> check(cpu, frame, sock);
      case WAIT -> {
        sock.sleepers().prepareToWait(entry.function(wakeFunction));
        boolean over = sock.maySend() || (sock.shutdown() & Sock.SEND_SHUTDOWN) != 0 || sock.error() != 0;
        cpu.walk(frame, sleep, over ? SLEPT : SLEEP);
      }
      case SLEEP -> scheduleTimeout.call(cpu, frame, Sock.NO_TIMEOUT, SLEPT);
      default -> {
        sock.sleepers().finishWait(entry);
        cpu.walk(frame, woken, CHECK);
      }
    }
  }

  private void check(Cpu cpu, Frame frame, UnixSock sock) {
    if (sock.error() != 0) {
      cpu.ret(frame, sock.sockError());
    } else if ((sock.shutdown() & Sock.SEND_SHUTDOWN) != 0) {
      cpu.ret(frame, -Errno.EPIPE);
    } else if (sock.maySend()) {
      cpu.ret(frame, 0);
    } else if ((frame.m & MessageFlag.MSG_DONTWAIT) != 0) {
      cpu.ret(frame, -Errno.EAGAIN);
    } else if (scheduleTimeout.signalPending(cpu)) {
      cpu.ret(frame, Sleeps.interruptedErrno(Sock.NO_TIMEOUT));
    } else {
      cpu.walk(frame, prepare, WAIT);
    }
  }
}
