package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.model.Errno;
import org.sockmodel.runtime.model.MessageFlag;
import org.sockmodel.runtime.trace.NetTracepoints.SkbCopyDatagramIovec;
import org.sockmodel.runtime.trace.NetTracepoints.TcpRcvSpaceAdjust;

/**
 * {@code tcp_recvmsg} with {@code sk_wait_data}, {@code net/ipv4/tcp.c}: copies what is queued and sleeps until the low
 * water mark is reached. {@code self}: the {@link Sock}; {@code other}: the caller's {@link WaitQueueEntry}; {@code n}:
 * bytes wanted; {@code m}: flags; {@code k}: bytes copied. Returns the bytes, or minus an errno.
 */
public final class TcpRecvmsg extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int LOCKED = 1;
  private static final int LOOK = 2;
  private static final int COPIED = 3;
  private static final int WAIT = 4;
  private static final int RELEASE_TO_SLEEP = 5;
  private static final int SLEEP = 6;
  private static final int SCHEDULE = 7;
  private static final int WOKEN = 8;
  private static final int AWAKE = 9;
  private static final int RELEASE = 10;

  private final Path[] paths;
  private final double copyNsPerByte;
  private final KernelFunction schedule;
  private final KernelFunction doRcv;
  private final KernelFunction wakeFunction;
  private final boolean waitWoken;
  private final SkBuffPool pool;

  /**
   * @param doRcv takes the segments of the backlog when the socket is released
   * @param waitWoken whether the reader sleeps in {@code wait_woken}
   */
  public TcpRecvmsg(Path[] paths, double copyNsPerByte, KernelFunction schedule, KernelFunction doRcv,
      KernelFunction wakeFunction, boolean waitWoken, SkBuffPool pool) {
    super("tcp_recvmsg");
    this.paths = paths;
    this.copyNsPerByte = copyNsPerByte;
    this.schedule = schedule;
    this.doRcv = doRcv;
    this.wakeFunction = wakeFunction;
    this.waitWoken = waitWoken;
    this.pool = pool;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    switch (frame.pc) {
      case BEGIN -> walk(cpu, frame, PathPoint.TCP_RECVMSG, LOCKED);
      case LOCKED -> {
        sock.ownedByUser(true);
        frame.pc = LOOK;
      }
      case LOOK -> look(cpu, frame, sock);
      case COPIED -> copied(cpu, frame, sock);
      case WAIT, RELEASE_TO_SLEEP, SLEEP, SCHEDULE, WOKEN, AWAKE -> sleep(cpu, frame, sock);
      default -> {
        if (released(cpu, frame, sock, RELEASE)) {
          cpu.ret(frame, frame.k);
        }
      }
    }
  }

  private void look(Cpu cpu, Frame frame, Sock sock) {
    SkBuff skb = sock.receiveQueue().peek();
    if (skb != null && frame.k < frame.n) {
      long bytes = Math.min(skb.unreadBytes(), frame.n - frame.k);
      walk(cpu, frame, PathPoint.TCP_COPY, COPIED);
      cpu.spend(frame, Math.round(bytes * copyNsPerByte), COPIED);
      return;
    }
    boolean all = (frame.m & MessageFlag.MSG_WAITALL) != 0;
    if (frame.k >= (all ? frame.n : Math.min(sock.rcvlowatBytes(), frame.n))) {
      walk(cpu, frame, PathPoint.TCP_RECVMSG_DONE, RELEASE);
    } else if ((frame.m & MessageFlag.MSG_DONTWAIT) != 0) {
      frame.k = frame.k > 0 ? frame.k : -Errno.EAGAIN;
      walk(cpu, frame, PathPoint.TCP_RECVMSG_DONE, RELEASE);
    } else {
      walk(cpu, frame, PathPoint.SK_WAIT_DATA, WAIT);
    }
  }

  private void copied(Cpu cpu, Frame frame, Sock sock) {
    SkBuff skb = sock.receiveQueue().peek();
    int bytes = (int) Math.min(skb.unreadBytes(), frame.n - frame.k);
    cpu.trace().fire(SkbCopyDatagramIovec.TRACEPOINT, skb.address(), bytes);
    cpu.trace().fire(TcpRcvSpaceAdjust.TRACEPOINT, sock.family(), sock.port(), 0, sock.address());
    frame.k += bytes;
    skb.consume(bytes);
    if (skb.unreadBytes() == 0) {
      pool.free(sock.unqueue());
    }
    walk(cpu, frame, PathPoint.TCP_COPIED, LOOK);
  }

  private void sleep(Cpu cpu, Frame frame, Sock sock) {
    WaitQueueEntry entry = (WaitQueueEntry) frame.other;
    switch (frame.pc) {
      case WAIT -> {
        sock.sleepers().add(entry.function(wakeFunction));
        if (!waitWoken) {
          entry.task().state(Task.INTERRUPTIBLE);
        }
        walk(cpu, frame, PathPoint.RELEASE_BEFORE_WAIT, RELEASE_TO_SLEEP);
      }
      case RELEASE_TO_SLEEP -> {
        if (released(cpu, frame, sock, RELEASE_TO_SLEEP)) {
          frame.pc = sock.receiveQueue().isEmpty() ? SLEEP : WOKEN;
        }
      }
      case SLEEP -> {
        if (waitWoken) {
          entry.task().state(Task.INTERRUPTIBLE);
        }
        walk(cpu, frame, PathPoint.WAIT_WOKEN, SCHEDULE);
      }
      case SCHEDULE -> {
        frame.pc = WOKEN;
        if (!waitWoken || !entry.takeWoken()) {
          cpu.call(frame, schedule, WOKEN);
        }
      }
      case WOKEN -> {
        sock.ownedByUser(true);
        walk(cpu, frame, PathPoint.TCP_WOKEN, AWAKE);
      }
      default -> {
        entry.task().state(Task.RUNNING);
        entry.takeWoken();
        sock.sleepers().remove(entry);
        frame.pc = LOOK;
      }
    }
  }

  /** {@code __release_sock}: true when the backlog is empty and the socket free; else one more segment is taken. */
  private boolean released(Cpu cpu, Frame frame, Sock sock, int nextPc) {
    SkBuff skb = sock.backlog().poll();
    if (skb != null) {
      cpu.call(frame, doRcv, skb, nextPc);
      return false;
    }
    sock.ownedByUser(false);
    return true;
  }

  private void walk(Cpu cpu, Frame frame, PathPoint point, int nextPc) {
    cpu.walk(frame, paths[point.ordinal()], nextPc);
  }
}
