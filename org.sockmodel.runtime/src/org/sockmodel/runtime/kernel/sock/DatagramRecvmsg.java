package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.timer.ScheduleTimeout;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.model.Errno;
import org.sockmodel.runtime.model.MessageFlag;

/**
 * A protocol's receive that takes one packet, or sleeps exclusively until there is one: the loop around {@code
 * __skb_wait_for_more_packets}, {@code net/core/datagram.c}. {@code self}: the {@link Sock}; {@code other}: the
 * caller's {@link WaitQueueEntry}; {@code n}: bytes wanted; {@code m}: flags; {@code k}: the result. Returns the bytes,
 * or minus an errno.
 */
public abstract class DatagramRecvmsg extends KernelFunction {

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

  /** A packet is in the queue: takes it, or with {@code MSG_PEEK} looks at it, and goes on at {@link #PROTOCOL}. */
  protected abstract void take(Cpu cpu, Frame frame, Sock sock);

  /** Goes on at a {@code pc} of the protocol's own. */
  protected abstract void takeOn(Cpu cpu, Frame frame, Sock sock);

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
  protected final void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    int pc = frame.pc == BEGIN ? begin(cpu, frame, sock) : frame.pc;
    while (pc != RETURN && pc != Cpu.SUSPENDED) {
      if (pc == LOOK) {
        pc = look(cpu, frame, sock);
      } else if (pc < RETURN) {
        pc = sleep(cpu, frame, sock, pc);
      } else {
        takeOn(cpu, frame, sock);
        pc = cpu.goOn(frame);
      }
    }
    if (pc == RETURN) {
      cpu.ret(frame, frame.k);
    }
  }

  /** From the empty queue through the sleep to the next look. */
  private int sleep(Cpu cpu, Frame frame, Sock sock, int from) {
    int pc = from;
    if (pc == BUSY_DONE) {
      pc = sock.receiveQueue().isEmpty() ? nothingThere(cpu, frame, sock) : LOOK;
    }
    if (pc == WAIT) {
      pc = mayWait(cpu, frame, sock);
    }
    if (pc == SLEEP) {
      scheduleTimeout.call(cpu, frame, entry(frame).timeoutJiffies(), SLEPT);
      pc = cpu.goOn(frame);
    }
    if (pc == SLEPT) {
      entry(frame).timeoutJiffies(scheduleTimeout.left(cpu, entry(frame).timeoutJiffies()));
      pc = READY;
    }
    if (pc == READY || pc == ENOUGH) {
      sock.sleepers().finishWait(entry(frame));
      pc = cpu.walkOn(frame, waiting.finish(), pc == READY ? AGAIN : RETURN);
    }
    return pc == AGAIN ? cpu.walkOn(frame, waiting.again(), LOOK) : pc;
  }

  private int begin(Cpu cpu, Frame frame, Sock sock) {
    frame.k = refused(sock);
    boolean nonblocking = (frame.m & MessageFlag.MSG_DONTWAIT) != 0;
    entry(frame).timeoutJiffies(sock.rcvtimeoJiffies(nonblocking));
    return cpu.walkOn(frame, waiting.begin(), frame.k < 0 ? RETURN : LOOK);
  }

  /** A protocol's own way to look into the queue, in the time of the stretch before. */
  protected void lookInto(Cpu cpu, Sock sock) {
  }

  private int look(Cpu cpu, Frame frame, Sock sock) {
    if (sock.error() != 0) {
      frame.k = sock.sockError();
      return RETURN;
    }
    lookInto(cpu, sock);
    if (!sock.receiveQueue().isEmpty()) {
      take(cpu, frame, sock);
    } else if (busyLoop.canRun(cpu, sock)) {
      cpu.call(frame, busyLoop, sock, BUSY_DONE).m = (frame.m & MessageFlag.MSG_DONTWAIT) != 0 ? 1 : 0;
    } else {
      return nothingThere(cpu, frame, sock);
    }
    return cpu.goOn(frame);
  }

  private int nothingThere(Cpu cpu, Frame frame, Sock sock) {
    if (entry(frame).timeoutJiffies() == 0) {
      frame.k = nothing(sock);
      return RETURN;
    }
    return cpu.walkOn(frame, waiting.prepare(), WAIT);
  }

  private int mayWait(Cpu cpu, Frame frame, Sock sock) {
    sock.sleepers().prepareToWaitExclusive(entry(frame).function(wakeFunction));
    if (sock.error() != 0 || !sock.receiveQueue().isEmpty()) {
      return READY;
    }
    if ((sock.shutdown() & Sock.RCV_SHUTDOWN) != 0) {
      frame.k = ended(sock);
      return ENOUGH;
    }
    if (scheduleTimeout.signalPending(cpu)) {
      frame.k = Sleeps.interruptedErrno(entry(frame).timeoutJiffies());
      return ENOUGH;
    }
    return cpu.walkOn(frame, waiting.sleep(), SLEEP);
  }

  private static WaitQueueEntry entry(Frame frame) {
    return (WaitQueueEntry) frame.other;
  }
}
