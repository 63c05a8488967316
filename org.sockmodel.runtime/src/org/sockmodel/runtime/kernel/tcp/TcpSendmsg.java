package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.congestion.Congestions;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.inet.InetEnvironment;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.sock.Sleeps;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.timer.ScheduleTimeout;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.MessageFlag;
import org.sockmodel.runtime.uapi.Signal;

/**
 * {@code tcp_sendmsg}, {@code net/ipv4/tcp.c}: copies into segments of the write queue and sends them. {@code self}:
 * the {@link TcpSock}; {@code other}: the caller's {@link WaitQueueEntry}; {@code n}: bytes; {@code m}: flags; {@code
 * k}: the destination, which does not matter, then the bytes copied. Returns the bytes, or minus an errno; of a broken
 * pipe a signal tells, too.
 */
final class TcpSendmsg extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int LOCK = 1;
  private static final int NEXT = 2;
  private static final int COPIED = 3;
  private static final int PUSH = 4;
  private static final int WAIT = 5;
  private static final int WAIT_RELEASED = 6;
  private static final int SLEPT = 7;
  private static final int WAIT_LOCK = 8;
  private static final int LAST_PUSH = 9;
  private static final int DONE = 10;
  private static final int RELEASE = 11;
  private static final int RETURN = 12;
  private static final int PUSH_ONE = 13;
  private static final int PUSH_WAIT = 14;
  private static final int SIGNALLED = 15;

  private final Path[] paths;
  private final double copyNsPerByte;
  private final TcpSegments segments;
  private final TcpTrace trace;
  private final KernelFunction writeXmit;
  private final KernelFunction releaseSock;
  private final KernelFunction wakeFunction;
  private final KernelFunction sendSig;
  private final ScheduleTimeout scheduleTimeout;

  /**
   * The functions that a writer calls.
   *
   * @param wakeFunction the function of its wait queue entry
   * @param sendSig {@code send_sig}: to the writer itself
   */
  record Next(KernelFunction writeXmit, KernelFunction releaseSock, KernelFunction wakeFunction,
      KernelFunction sendSig) {
  }

  TcpSendmsg(InetEnvironment kernel, TcpSegments segments, TcpTrace trace, Next next) {
    super("tcp_sendmsg");
    paths = kernel.paths();
    copyNsPerByte = kernel.profile().copyNsPerByte();
    this.segments = segments;
    this.trace = trace;
    writeXmit = next.writeXmit();
    releaseSock = next.releaseSock();
    wakeFunction = next.wakeFunction();
    sendSig = next.sendSig();
    scheduleTimeout = kernel.scheduleTimeout();
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        frame.k = 0;
        cpu.walk(frame, PathPoint.TCP_SENDMSG.in(paths), LOCK);
      }
      case LOCK -> {
        if (sock.lock(cpu, frame, LOCK)) {
          checkApplicationLimited(sock);
          frame.pc = NEXT;
        }
      }
      case NEXT -> next(cpu, frame, sock);
      case COPIED -> copied(cpu, frame, sock);
      case PUSH -> cpu.call(frame, writeXmit, sock, NEXT).m = TcpWriteXmit.NAGLE_PUSH;
      case PUSH_ONE -> cpu.call(frame, writeXmit, sock, NEXT).m = TcpWriteXmit.NAGLE_PUSH | TcpWriteXmit.ONE;
      case PUSH_WAIT -> cpu.call(frame, writeXmit, sock, WAIT).m = TcpWriteXmit.NAGLE_PUSH;
      case LAST_PUSH -> cpu.call(frame, writeXmit, sock, DONE);
      case WAIT, WAIT_RELEASED, SLEPT, WAIT_LOCK -> waitMemory(cpu, frame, sock);
      case SIGNALLED -> end(cpu, frame, sock);
      case DONE -> cpu.walk(frame, PathPoint.TCP_SENDMSG_DONE.in(paths), RELEASE);
      case RELEASE -> cpu.call(frame, releaseSock, sock, RETURN);
      default -> cpu.ret(frame, frame.k);
    }
  }

  private void next(Cpu cpu, Frame frame, TcpSock sock) {
    int error = error(sock);
    if (error != 0 || frame.k == frame.n) {
      frame.k = frame.k == 0 ? -error : frame.k;
      if (frame.k == -Errno.EPIPE && (frame.m & MessageFlag.MSG_NOSIGNAL) == 0) {
        cpu.call(frame, sendSig, ((WaitQueueEntry) frame.other).task().signals(), SIGNALLED).n = Signal.SIGPIPE;
      } else {
        end(cpu, frame, sock);
      }
      return;
    }
    SkBuff tail = sock.writeQueue.peekTail();
    trace.sendmsg(cpu, tail, frame.n - frame.k, sizeGoal(sock));
    if (roomBytes(sock, tail) > 0 || sock.hasSendSpace()) {
      long bytes = roomBytes(sock, tail) > 0 ? roomBytes(sock, tail) : sizeGoal(sock);
      cpu.walk(frame, PathPoint.TCP_SENDMSG_COPY.in(paths), COPIED);
      sock.pageFrag.refill();
      bytes = Math.min(Math.min(bytes, sock.pageFrag.roomBytes()), frame.n - frame.k);
      cpu.spend(frame, Math.round(bytes * copyNsPerByte), COPIED);
    } else if ((frame.m & MessageFlag.MSG_DONTWAIT) != 0) {
      sock.noSpace = true;
      frame.k = frame.k > 0 ? frame.k : -Errno.EAGAIN;
      end(cpu, frame, sock);
    } else {
      sock.noSpace = true;
      push(cpu, frame, sock, PUSH_WAIT, WAIT);
    }
  }

  /** {@code tcp_rate_check_app_limited}; what loopback and veth took does not wait below any more. */
  private static void checkApplicationLimited(TcpSock sock) {
    if (sock.writeSeq - sock.sndNxt < sock.mssBytes) {
      sock.congestion.limitedByApplication();
    }
  }

  private static int error(TcpSock sock) {
    if (sock.error() != 0) {
      return -sock.sockError();
    }
    if (sock.isShutdown(Sock.SEND_SHUTDOWN) || !sock.state.sends()) {
      return Errno.EPIPE;
    }
    return 0;
  }

  private void copied(Cpu cpu, Frame frame, TcpSock sock) {
    SkBuff skb = sock.writeQueue.peekTail();
    if (roomBytes(sock, skb) <= 0) {
      skb = segments.next(cpu, sock, TcpHeader.ACK);
      sock.queueWrite(skb);
    }
    int bytes = (int) Math.min(roomBytes(sock, skb), frame.n - frame.k);
    bytes = Math.min(bytes, sock.pageFrag.roomBytes());
    sock.writeQueue.appendToTail(bytes, skb.payloadBytes() == 0 || sock.pageFrag.isNew());
    sock.pageFrag.take(bytes);
    skb.tcp().append(bytes);
    skb.tcp().standIn(sock.pageFrag);
    sock.writeSeq += bytes;
    sock.wmemQueuedBytes += bytes;
    frame.k += bytes;
    frame.pc = NEXT;
    if (frame.k == frame.n) {
      push(cpu, frame, sock, LAST_PUSH, DONE);
    } else if (skb.payloadBytes() >= sizeGoal(sock)) {
      full(cpu, frame, sock, skb);
    }
  }

  /** A segment that is full is sent if nothing waits before it, or all of them if the peer has waited for long. */
  private void full(Cpu cpu, Frame frame, TcpSock sock, SkBuff skb) {
    if (sock.forcesPush()) {
      sock.markPush(skb);
      cpu.walk(frame, PathPoint.TCP_PUSH.in(paths), PUSH);
    } else if (skb == sock.writeQueue.peek()) {
      cpu.walk(frame, PathPoint.TCP_PUSH.in(paths), PUSH_ONE);
    }
  }

  /** Ends the call, with what was queued sent before. */
  private void end(Cpu cpu, Frame frame, TcpSock sock) {
    push(cpu, frame, sock, LAST_PUSH, DONE);
  }

  /** {@code tcp_push}, if something was copied and waits; the caller goes on at {@code pushPc}, or else otherwise. */
  private void push(Cpu cpu, Frame frame, TcpSock sock, int pushPc, int otherwisePc) {
    frame.pc = otherwisePc;
    if (!sock.writeQueue.isEmpty() && frame.k > 0) {
      sock.markPush(sock.writeQueue.peekTail());
      cpu.walk(frame, PathPoint.TCP_PUSH.in(paths), pushPc);
    }
  }

  /** {@code sk_stream_wait_memory}. */
  private void waitMemory(Cpu cpu, Frame frame, TcpSock sock) {
    WaitQueueEntry entry = (WaitQueueEntry) frame.other;
    switch (frame.pc) {
      case WAIT -> {
        sock.sleepers().add(entry.function(wakeFunction));
        cpu.call(frame, releaseSock, sock, WAIT_RELEASED);
      }
      case WAIT_RELEASED -> {
        frame.pc = WAIT_LOCK;
        if (!sock.hasSendSpace() && !entry.takeWoken()) {
          entry.task().state(Task.INTERRUPTIBLE);
          scheduleTimeout.call(cpu, frame, ScheduleTimeout.MAX, SLEPT);
        }
      }
      case SLEPT -> {
        entry.task().state(Task.RUNNING);
        frame.pc = WAIT_LOCK;
      }
      default -> {
        if (sock.lock(cpu, frame, WAIT_LOCK)) {
          entry.takeWoken();
          sock.sleepers().remove(entry);
          frame.pc = NEXT;
          if (scheduleTimeout.signalPending(cpu)) {
            frame.k = frame.k > 0 ? frame.k : Sleeps.interruptedErrno(ScheduleTimeout.MAX);
            end(cpu, frame, sock);
          }
        }
      }
    }
  }

  /** {@code tcp_xmit_size_goal}: how much one segment of the queue may hold, at most half of the largest window. */
  private static int sizeGoal(TcpSock sock) {
    int mostBytes = Math.min(Congestions.GSO_MAX_BYTES, sock.maxWindowBytes / 2);
    return sock.mssBytes * Math.max(mostBytes / sock.mssBytes, 1);
  }

  private static int roomBytes(TcpSock sock, SkBuff tail) {
    return tail == null || tail.tcp().has(TcpHeader.FIN) ? 0 : sizeGoal(sock) - tail.payloadBytes();
  }
}
