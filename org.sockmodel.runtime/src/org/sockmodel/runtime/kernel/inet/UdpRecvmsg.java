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

/**
 * {@code udp_recvmsg} with {@code __skb_wait_for_more_packets}, {@code net/ipv4/udp.c}, {@code net/core/datagram.c}:
 * takes one datagram, or sleeps exclusively until there is one. {@code self}: the {@link Sock}; {@code other}: the
 * caller's {@link WaitQueueEntry}; {@code n}: bytes wanted; {@code m}: flags; {@code k}: the result. Returns the bytes,
 * or minus an errno.
 */
public final class UdpRecvmsg extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int LOOK = 1;
  private static final int COPIED = 2;
  private static final int WAIT = 3;
  private static final int SLEEP = 4;
  private static final int WOKEN = 5;
  private static final int AWAKE = 6;
  private static final int RETURN = 7;

  private final Path[] paths;
  private final double copyNsPerByte;
  private final KernelFunction schedule;
  private final KernelFunction wakeFunction;
  private final boolean tracesCopy;
  private final SkBuffPool pool;

  /**
   * @param tracesCopy whether the copy fires {@code skb_copy_datagram_iovec}
   */
  public UdpRecvmsg(Path[] paths, double copyNsPerByte, KernelFunction schedule, KernelFunction wakeFunction,
      boolean tracesCopy, SkBuffPool pool) {
    super("udp_recvmsg");
    this.paths = paths;
    this.copyNsPerByte = copyNsPerByte;
    this.schedule = schedule;
    this.wakeFunction = wakeFunction;
    this.tracesCopy = tracesCopy;
    this.pool = pool;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    WaitQueueEntry entry = (WaitQueueEntry) frame.other;
    switch (frame.pc) {
      case BEGIN -> walk(cpu, frame, PathPoint.UDP_RECVMSG, LOOK);
      case LOOK -> look(cpu, frame, sock);
      case COPIED -> walk(cpu, frame, PathPoint.UDP_RECVMSG_DONE, RETURN);
      case WAIT -> {
        entry.task().state(Task.INTERRUPTIBLE);
        sock.sleepers().addExclusive(entry.function(wakeFunction));
        if (sock.receiveQueue().isEmpty()) {
          walk(cpu, frame, PathPoint.UDP_SCHEDULE_TIMEOUT, SLEEP);
        } else {
          frame.pc = WOKEN;
        }
      }
      case SLEEP -> cpu.call(frame, schedule, WOKEN);
      case WOKEN -> {
        entry.task().state(Task.RUNNING);
        sock.sleepers().remove(entry);
        walk(cpu, frame, PathPoint.UDP_WOKEN, AWAKE);
      }
      case AWAKE -> frame.pc = LOOK;
      default -> cpu.ret(frame, frame.k);
    }
  }

  private void look(Cpu cpu, Frame frame, Sock sock) {
    if (!sock.receiveQueue().isEmpty()) {
      SkBuff skb = sock.unqueue();
      int bytes = (int) Math.min(skb.payloadBytes(), frame.n);
      if (tracesCopy) {
        cpu.trace().fire(SkbCopyDatagramIovec.TRACEPOINT, skb.address(), bytes);
      }
      pool.free(skb);
      frame.k = bytes;
      walk(cpu, frame, PathPoint.UDP_COPY, COPIED);
      cpu.spend(frame, Math.round(bytes * copyNsPerByte), COPIED);
    } else if ((frame.m & MessageFlag.MSG_DONTWAIT) != 0) {
      frame.k = -Errno.EAGAIN;
      frame.pc = RETURN;
    } else {
      walk(cpu, frame, PathPoint.WAIT_FOR_MORE_PACKETS, WAIT);
    }
  }

  private void walk(Cpu cpu, Frame frame, PathPoint point, int nextPc) {
    cpu.walk(frame, paths[point.ordinal()], nextPc);
  }
}
