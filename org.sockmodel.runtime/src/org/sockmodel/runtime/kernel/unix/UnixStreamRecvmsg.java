package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.sock.Sleeps;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.timer.ScheduleTimeout;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.MessageFlag;

/**
 * {@code unix_stream_read_generic} with {@code unix_stream_data_wait}, {@code net/unix/af_unix.c}: copies what is
 * queued, and sleeps, not exclusively, until the low water mark is reached. {@code self}: the {@link UnixSock}; {@code
 * other}: the caller's {@link WaitQueueEntry}; {@code n}: bytes wanted; {@code m}: flags; {@code k}: bytes copied.
 * Returns the bytes, or minus an errno.
 */
public final class UnixStreamRecvmsg extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int LOOK = 1;
  private static final int DONE = 2;
  private static final int WAIT = 4;
  private static final int SLEEP = 5;
  private static final int SLEPT = 6;
  private static final int AWAKE = 7;
  private static final int INTERRUPTED = 8;
  private static final int RETURN = 9;

  private final Path[] paths;
  private final ScheduleTimeout scheduleTimeout;
  private final KernelFunction wakeFunction;
  private final KernelFunction readActor;

  /**
   * @param readActor see {@link UnixCopy#stream}
   */
  public UnixStreamRecvmsg(UnixEnvironment kernel, KernelFunction readActor) {
    super("unix_stream_read_generic");
    paths = kernel.paths();
    scheduleTimeout = kernel.scheduleTimeout();
    wakeFunction = kernel.autoremove();
    this.readActor = readActor;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    switch (frame.pc) {
      case BEGIN -> begin(cpu, frame, (UnixSock) sock);
      case LOOK -> look(cpu, frame, sock);
      case DONE -> cpu.walk(frame, PathPoint.UNIX_RECVMSG_DONE.in(paths), RETURN);
      case WAIT -> mayWait(cpu, frame, sock);
      case SLEEP -> {
        sock.waitsForData(true);
        scheduleTimeout.call(cpu, frame, entry(frame).timeoutJiffies(), SLEPT);
      }
      case SLEPT -> {
        sock.waitsForData(false);
        entry(frame).timeoutJiffies(scheduleTimeout.left(cpu, entry(frame).timeoutJiffies()));
        cpu.walk(frame, PathPoint.UNIX_DATA_WAIT.in(paths), WAIT);
      }
      case AWAKE -> awake(cpu, frame, sock);
      case INTERRUPTED -> cpu.ret(frame, frame.k > 0 ? frame.k
          : Sleeps.interruptedErrno(entry(frame).timeoutJiffies()));
      default -> cpu.ret(frame, frame.k);
    }
  }

  private void begin(Cpu cpu, Frame frame, UnixSock sock) {
    if (sock.peer() == null) {
      cpu.ret(frame, -Errno.EINVAL);
      return;
    }
    boolean nonblocking = (frame.m & MessageFlag.MSG_DONTWAIT) != 0;
    entry(frame).timeoutJiffies(sock.rcvtimeoJiffies(nonblocking));
    cpu.walk(frame, PathPoint.UNIX_STREAM_RECVMSG.in(paths), LOOK);
  }

  private void look(Cpu cpu, Frame frame, Sock sock) {
    SkBuff skb = isPeek(frame) ? sock.receiveQueue().peekBehind(frame.k) : sock.receiveQueue().peek();
    if (skb != null && frame.k < frame.n) {
      read(cpu, frame, sock, skb);
      return;
    }
    boolean all = (frame.m & MessageFlag.MSG_WAITALL) != 0;
    if (isPeek(frame) && frame.k > 0 || frame.k >= (all ? frame.n : Math.min(sock.rcvlowatBytes(), frame.n))) {
      frame.pc = DONE;
    } else if (sock.error() != 0) {
      end(frame, sock.sockError());
    } else if ((sock.shutdown() & Sock.RCV_SHUTDOWN) != 0) {
      end(frame, 0);
    } else if (entry(frame).timeoutJiffies() == 0) {
      end(frame, -Errno.EAGAIN);
    } else {
      cpu.walk(frame, PathPoint.UNIX_DATA_WAIT.in(paths), WAIT);
    }
  }

  private static void end(Frame frame, long nothing) {
    frame.k = frame.k > 0 ? frame.k : nothing;
    frame.pc = RETURN;
  }

  private void read(Cpu cpu, Frame frame, Sock sock, SkBuff skb) {
    int bytes = (int) Math.min(skb.unreadBytes(), frame.n - frame.k);
    boolean whole = bytes == skb.unreadBytes();
    boolean consumes = whole && !isPeek(frame);
    frame.k += bytes;
    if (consumes) {
      sock.receiveQueue().poll();
    } else if (!isPeek(frame)) {
      skb.consume(bytes);
    }
    Frame callee = cpu.call(frame, readActor, skb, whole ? LOOK : DONE);
    callee.n = bytes;
    callee.m = consumes ? 1 : 0;
  }

  private static boolean isPeek(Frame frame) {
    return (frame.m & MessageFlag.MSG_PEEK) != 0;
  }

  private void mayWait(Cpu cpu, Frame frame, Sock sock) {
    sock.sleepers().prepareToWait(entry(frame).function(wakeFunction));
    if (!sock.receiveQueue().isEmpty() || sock.error() != 0 || (sock.shutdown() & Sock.RCV_SHUTDOWN) != 0
        || scheduleTimeout.signalPending(cpu) || entry(frame).timeoutJiffies() == 0) {
      cpu.walk(frame, PathPoint.UNIX_FINISH_WAIT.in(paths), AWAKE);
    } else {
      cpu.walk(frame, PathPoint.UNIX_SCHEDULE_TIMEOUT.in(paths), SLEEP);
    }
  }

  private void awake(Cpu cpu, Frame frame, Sock sock) {
    sock.sleepers().finishWait(entry(frame));
    frame.pc = scheduleTimeout.signalPending(cpu) ? INTERRUPTED : LOOK;
  }

  private static WaitQueueEntry entry(Frame frame) {
    return (WaitQueueEntry) frame.other;
  }
}
