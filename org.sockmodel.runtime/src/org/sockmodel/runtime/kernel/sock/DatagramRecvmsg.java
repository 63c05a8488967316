package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.kernel.timer.ScheduleTimeout;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.MessageFlag;

/**
 * A protocol's receive that takes one packet, or sleeps exclusively until there is one: the loop around {@code
 * __skb_wait_for_more_packets}, {@code net/core/datagram.c}. {@code self}: the {@link Sock}; {@code other}: the
 * caller's {@link WaitQueueEntry}; {@code n}: bytes wanted; {@code m}: flags; {@code k}: the result. Returns the bytes,
 * or minus an errno.
 */
public abstract class DatagramRecvmsg extends StraightFunction {

  /** The frame returns {@code k}. */
  protected static final int RETURN = 0x10;
  /** First of the values of {@code pc} that belong to the protocol. */
  protected static final int PROTOCOL = 0x20;
  private static final int BEGIN = 0;
  private static final int LOOK = 1;
  private static final int WAIT = 2;
  private static final int SLEEP = 3;
  private static final int SLEPT = 4;
  private static final int ENOUGH = 5;
  private static final int READY = 6;
  private static final int BUSY_DONE = 7;
  private static final int AGAIN = 8;

  private final Waiting waiting;
  private final ScheduleTimeout scheduleTimeout;
  private final SkBusyLoop busyLoop;
  private final KernelFunction wakeFunction;

  /**
   * The stretches of the loop.
   *
   * @param begin from the call to the first look into the queue
   * @param prepare up to the entry in the wait queue
   * @param sleep from there to the scheduler
   * @param finish from the scheduler, or from {@code prepare}, out of the wait queue
   * @param again from there to the next look into the queue
   */
  public record Waiting(Path begin, Path prepare, Path sleep, Path finish, Path again) {
  }

  protected DatagramRecvmsg(String symbol, Waiting waiting, ScheduleTimeout scheduleTimeout, SkBusyLoop busyLoop,
      KernelFunction wakeFunction) {
    super(symbol);
    this.waiting = waiting;
    this.scheduleTimeout = scheduleTimeout;
    this.busyLoop = busyLoop;
    this.wakeFunction = wakeFunction;
  }

  /**
   * A packet is in the queue: takes it, or with {@code MSG_PEEK} looks at it. From here on {@code other} is the
   * protocol's.
   *
   * @return where to go on, {@link #PROTOCOL} or above, or {@link Cpu#SUSPENDED}; or what {@link #lookAgain} returns
   */
  protected abstract int take(Cpu cpu, Frame frame, Sock sock);

  /** The packet was none for the reader, who has found that after so long, and looks into the queue again. */
  protected final int lookAgain(Cpu cpu, Frame frame, long afterNs) {
    return cpu.walkOn(frame, waiting.again(), afterNs, LOOK);
  }

  /** Goes on at a {@code pc} of the protocol's own; returns the next, {@link #RETURN} at the end, likewise. */
  protected abstract int takeOn(Cpu cpu, Frame frame, Sock sock, int pc);

  /** Minus the errno that the protocol refuses any receive with; 0 if it does not. */
  protected long refused(Sock sock) {
    return 0;
  }

  /** What a call returns that finds nothing and does not wait: {@code -EAGAIN}, if the protocol knows no better. */
  protected long nothing(Sock sock) {
    return -Errno.EAGAIN;
  }

  /** What a call returns whose socket has been shut down for reading: 0, if the protocol knows no better. */
  protected long ended(Sock sock) {
    return 0;
  }

  @Override
  protected final int run(Cpu cpu, Frame frame, Object self, int from) {
    Sock sock = (Sock) self;
    WaitQueueEntry entry = from < RETURN ? (WaitQueueEntry) frame.other : null;
    int pc = from == BEGIN ? begin(cpu, frame, sock, entry) : from;
    while (pc != RETURN && pc != Cpu.SUSPENDED) {
      if (pc == LOOK) {
        pc = look(cpu, frame, sock, entry);
      } else if (pc < RETURN) {
        pc = sleep(cpu, frame, sock, entry, pc);
      } else {
        pc = takeOn(cpu, frame, sock, pc);
      }
    }
    return pc == RETURN ? ret(cpu, frame.k) : suspend(frame, sock);
  }

  /** From the empty queue through the sleep to the next look. */
  private int sleep(Cpu cpu, Frame frame, Sock sock, WaitQueueEntry entry, int from) {
    int pc = from;
    if (pc == BUSY_DONE) {
      pc = sock.receiveQueue().isEmpty() ? nothingThere(cpu, frame, sock, entry) : LOOK;
    }
    if (pc == WAIT) {
      pc = mayWait(cpu, frame, sock, entry);
    }
    if (pc == SLEEP) {
      pc = scheduleTimeout.callOn(cpu, frame, entry.timeoutJiffies(), SLEPT);
    }
    if (pc == SLEPT) {
      entry.timeoutJiffies(scheduleTimeout.left(cpu, entry.timeoutJiffies()));
      pc = READY;
    }
    if (pc == READY || pc == ENOUGH) {
      sock.sleepers().finishWait(entry);
      pc = cpu.walkOn(frame, waiting.finish(), pc == READY ? AGAIN : RETURN);
    }
    return pc == AGAIN ? cpu.walkOn(frame, waiting.again(), LOOK) : pc;
  }

  private int begin(Cpu cpu, Frame frame, Sock sock, WaitQueueEntry entry) {
    frame.k = refused(sock);
    boolean nonblocking = (frame.m & MessageFlag.MSG_DONTWAIT) != 0;
    entry.timeoutJiffies(sock.rcvtimeoJiffies(nonblocking));
    return cpu.walkOn(frame, waiting.begin(), frame.k < 0 ? RETURN : LOOK);
  }

  /** A protocol's own way to look into the queue, in the time of the stretch before. */
  protected void lookInto(Cpu cpu, Sock sock) {
  }

  private int look(Cpu cpu, Frame frame, Sock sock, WaitQueueEntry entry) {
    if (sock.error() != 0) {
      frame.k = sock.sockError();
      return RETURN;
    }
    lookInto(cpu, sock);
    if (!sock.receiveQueue().isEmpty()) {
      return take(cpu, frame, sock);
    }
    if (busyLoop.canRun(cpu, sock)) {
      return cpu.callOn(frame, busyLoop, sock, 0, (frame.m & MessageFlag.MSG_DONTWAIT) != 0 ? 1 : 0, BUSY_DONE);
    }
    return nothingThere(cpu, frame, sock, entry);
  }

  private int nothingThere(Cpu cpu, Frame frame, Sock sock, WaitQueueEntry entry) {
    if (entry.timeoutJiffies() == 0) {
      frame.k = nothing(sock);
      return RETURN;
    }
    return cpu.walkOn(frame, waiting.prepare(), WAIT);
  }

  private int mayWait(Cpu cpu, Frame frame, Sock sock, WaitQueueEntry entry) {
    sock.sleepers().prepareToWaitExclusive(entry.function(wakeFunction));
    if (sock.error() != 0 || !sock.receiveQueue().isEmpty()) {
      return READY;
    }
    if ((sock.shutdown() & Sock.RCV_SHUTDOWN) != 0) {
      frame.k = ended(sock);
      return ENOUGH;
    }
    if (scheduleTimeout.signalPending(cpu)) {
      frame.k = Sleeps.interruptedErrno(entry.timeoutJiffies());
      return ENOUGH;
    }
    return cpu.walkOn(frame, waiting.sleep(), SLEEP);
  }
}
