package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.inet.InetEnvironment;
import org.sockmodel.runtime.kernel.netdev.ReadTime;
import org.sockmodel.runtime.kernel.skb.DeferredFrees;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.sock.SkBusyLoop;
import org.sockmodel.runtime.kernel.sock.Sleeps;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.trace.NetTracepoints.SkbCopyDatagramIovec;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.MessageFlag;

/**
 * {@code tcp_recvmsg}, {@code net/ipv4/tcp.c}: copies what is queued and sleeps until the low water mark is reached.
 * {@code self}: the {@link TcpSock}; {@code other}: the caller's {@link WaitQueueEntry}; {@code n}: bytes wanted;
 * {@code m}: flags; {@code k}: bytes copied. Returns the bytes, or minus an errno.
 */
final class TcpRecvmsg extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int LOCK = 1;
  private static final int LOOK = 2;
  private static final int COPIED = 3;
  private static final int WAIT = 4;
  private static final int CLEAN_UP = 5;
  private static final int FINISH = 6;
  private static final int RELEASE = 7;
  private static final int EAT = 8;
  private static final int RETURN = 9;
  private static final int WOKEN = 11;
  private static final int PREQUEUED = 12;
  private static final int PREQUEUE_LEFT = 13;
  private static final int CLEANED_UP = 14;
  private static final int GO_ON = 0x10;

  /** Above the flags stands how much is enough, {@code target}: the low water mark as it was when the call began. */
  private static final int TARGET_SHIFT = 32;

  private final Path[] paths;
  private final Path spaceAdjust;
  private final ReadTime readTime;
  private final SkBusyLoop busyLoop;
  private final SkWaitData skWaitData;
  private final KernelFunction sendAck;
  private final KernelFunction releaseSock;
  private final KernelFunction prequeueProcess;
  private final DeferredFrees frees;
  private final TcpTrace trace;

  /**
   * The functions that a reader calls, each with the socket.
   *
   * @param prequeueProcess {@code tcp_prequeue_process}, or null if nothing is left to readers
   */
  record Next(KernelFunction sendAck, KernelFunction releaseSock, KernelFunction prequeueProcess) {
  }

  TcpRecvmsg(InetEnvironment kernel, SkWaitData skWaitData, Next next, TcpTrace trace) {
    super("tcp_recvmsg");
    paths = kernel.paths();
    spaceAdjust = CallPoint.TCP_RCV_SPACE_ADJUST.in(paths);
    readTime = kernel.readTime();
    busyLoop = kernel.busyLoop();
    this.skWaitData = skWaitData;
    sendAck = next.sendAck();
    releaseSock = next.releaseSock();
    prequeueProcess = next.prequeueProcess();
    frees = kernel.frees();
    this.trace = trace;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        frame.pc = GO_ON;
        if (sock.receiveQueue().isEmpty() && sock.state == TcpState.TCP_ESTABLISHED && busyLoop.canRun(cpu, sock)) {
          cpu.call(frame, busyLoop, sock, GO_ON).m = (frame.m & MessageFlag.MSG_DONTWAIT) != 0 ? 1 : 0;
        }
      }
      case GO_ON -> cpu.walk(frame, PathPoint.TCP_RECVMSG.in(paths), LOCK);
      case LOCK -> {
        if (sock.lock(cpu, frame, LOCK)) {
          begin(frame, sock);
        }
      }
      case LOOK -> look(cpu, frame, sock);
      case COPIED -> copied(cpu, frame, sock);
      case WAIT -> {
        if (!takesPrequeue(cpu, frame, sock)) {
          Frame callee = cpu.call(frame, skWaitData, sock, WOKEN);
          callee.other = frame.other;
          callee.n = isPeek(frame) ? 1 : 0;
        }
      }
      case WOKEN -> woken(cpu, frame, sock);
      case PREQUEUED -> tookDirectly(frame, sock);
      case CLEAN_UP -> leave(cpu, frame, sock);
      case PREQUEUE_LEFT -> {
        tookDirectly(frame, sock);
        sock.ucopy.uninstall();
        frame.pc = CLEANED_UP;
      }
      case CLEANED_UP -> cpu.walk(frame, PathPoint.TCP_CLEANUP_RBUF.in(paths), FINISH);
      case FINISH -> cleanUp(cpu, frame, sock, RELEASE);
      case EAT -> {
        frees.free(sock.unqueue(), cpu);
        frame.pc = frame.k < frame.n ? LOOK : CLEAN_UP;
      }
      case RELEASE -> cpu.walk(frame, PathPoint.TCP_RECVMSG_DONE.in(paths), RETURN);
      case RETURN -> cpu.call(frame, releaseSock, sock, RETURN + 1);
      default -> cpu.ret(frame, frame.k);
    }
  }

  private static void begin(Frame frame, TcpSock sock) {
    boolean nonblocking = (frame.m & MessageFlag.MSG_DONTWAIT) != 0;
    ((WaitQueueEntry) frame.other).timeoutJiffies(sock.rcvtimeoJiffies(nonblocking));
    if (sock.state == TcpState.TCP_LISTEN) {
      frame.k = -Errno.ENOTCONN;
    }
    boolean all = (frame.m & MessageFlag.MSG_WAITALL) != 0;
    long target = Math.min(all ? Integer.MAX_VALUE : sock.rcvlowatBytes(), frame.n);
    frame.m |= Math.max(1, target) << TARGET_SHIFT;
    frame.pc = sock.state == TcpState.TCP_LISTEN ? RELEASE : LOOK;
  }

  private void look(Cpu cpu, Frame frame, TcpSock sock) {
    long seq = sock.copiedSeq + (isPeek(frame) ? frame.k : 0);
    SkBuff skb = sock.receiveQueue().peek();
    while (skb != null && seq >= skb.tcp().endSeq()) {
      skb = skb.next();
    }
    if (skb != null && seq < skb.tcp().seq() + skb.payloadBytes()) {
      cpu.walk(frame, PathPoint.TCP_COPY.in(paths), COPIED);
      int bytes = isTruncated(frame) ? 0 : readableBytes(frame, skb, seq);
      cpu.spend(frame, readTime.ns(skb, bytes, seq == skb.tcp().seq(), cpu), COPIED);
    } else if (skb != null && skb.tcp().has(TcpHeader.FIN)) {
      foundFin(cpu, frame, sock);
    } else {
      decide(cpu, frame, sock);
    }
  }

  /** Nothing more is queued: is that enough, is it all there will be, or is it time to sleep? */
  private void decide(Cpu cpu, Frame frame, TcpSock sock) {
    boolean enough = frame.k >= frame.m >> TARGET_SHIFT;
    if (enough && sock.backlog().isEmpty()) {
      frame.pc = CLEAN_UP;
      return;
    }
    long timeout = ((WaitQueueEntry) frame.other).timeoutJiffies();
    boolean ended = sock.done || sock.error() != 0 || sock.isShutdown(Sock.RCV_SHUTDOWN)
        || sock.state == TcpState.TCP_CLOSE;
    boolean signal = skWaitData.signalPending(cpu);
    if (ended || timeout == 0 || signal) {
      if (frame.k == 0) {
        frame.k = ended ? endResult(sock) : timeout == 0 ? -Errno.EAGAIN : Sleeps.interruptedErrno(timeout);
      }
      frame.pc = CLEAN_UP;
    } else if (enough) {
      if (!takesPrequeue(cpu, frame, sock)) {
        cpu.call(frame, releaseSock, sock, WOKEN).m = 1;
      }
    } else {
      cleanUp(cpu, frame, sock, WAIT);
    }
  }

  /** Makes the caller the one to whom segments are left; true if some are, and it processes them now. */
  private boolean takesPrequeue(Cpu cpu, Frame frame, TcpSock sock) {
    if (prequeueProcess == null || isPeek(frame)) {
      return false;
    }
    sock.ucopy.install(((WaitQueueEntry) frame.other).task(), frame.n - frame.k);
    boolean takes = isReader(frame, sock) && !sock.ucopy.isEmpty();
    if (takes) {
      cpu.call(frame, prequeueProcess, sock, PREQUEUED);
    }
    return takes;
  }

  /** After the sleep, or after the backlog: what was left to the reader follows, unless data before it are unread. */
  private void woken(Cpu cpu, Frame frame, TcpSock sock) {
    frame.pc = LOOK;
    if (isReader(frame, sock)) {
      tookDirectly(frame, sock);
      if (sock.rcvNxt == sock.copiedSeq && !sock.ucopy.isEmpty()) {
        cpu.call(frame, prequeueProcess, sock, PREQUEUED);
      }
    }
  }

  private void tookDirectly(Frame frame, TcpSock sock) {
    frame.k += sock.ucopy.takeCopied();
    frame.pc = frame.k < frame.n ? LOOK : CLEAN_UP;
  }

  /** Nothing stays behind in the prequeue when its reader leaves. */
  private void leave(Cpu cpu, Frame frame, TcpSock sock) {
    frame.pc = CLEANED_UP;
    if (!isReader(frame, sock)) {
      return;
    }
    if (sock.ucopy.isEmpty()) {
      sock.ucopy.uninstall();
    } else {
      if (frame.k <= 0) {
        sock.ucopy.takesNoMore();
      }
      cpu.call(frame, prequeueProcess, sock, PREQUEUE_LEFT);
    }
  }

  private static boolean isReader(Frame frame, TcpSock sock) {
    return sock.ucopy.isInstalled() && sock.ucopy.isOf(((WaitQueueEntry) frame.other).task());
  }

  private static long endResult(TcpSock sock) {
    if (sock.done) {
      return 0;
    }
    if (sock.error() != 0) {
      return sock.sockError();
    }
    return sock.isShutdown(Sock.RCV_SHUTDOWN) ? 0 : -Errno.ENOTCONN;
  }

  private void copied(Cpu cpu, Frame frame, TcpSock sock) {
    long seq = sock.copiedSeq + (isPeek(frame) ? frame.k : 0);
    SkBuff skb = sock.receiveQueue().peek();
    while (seq >= skb.tcp().endSeq()) {
      skb = skb.next();
    }
    int bytes = readableBytes(frame, skb, seq);
    if (!isTruncated(frame)) {
      cpu.trace().fire(SkbCopyDatagramIovec.TRACEPOINT, skb.address(), bytes);
    }
    sock.copiedSeq += isPeek(frame) ? 0 : bytes;
    cpu.enter(spaceAdjust);
    trace.spaceAdjust(cpu, sock);
    sock.window.adjustSpace(cpu.nowNs(), sock.advmssBytes());
    frame.k += bytes;
    frame.pc = frame.k < frame.n ? LOOK : CLEAN_UP;
    if (!isPeek(frame)) {
      if (isReader(frame, sock)) {
        sock.ucopy.install(((WaitQueueEntry) frame.other).task(), frame.n - frame.k);
      }
      skb.consume(bytes);
      if (skb.unreadBytes() == 0 && !skb.tcp().has(TcpHeader.FIN)) {
        cpu.walk(frame, PathPoint.TCP_COPIED.in(paths), EAT);
      }
    }
  }

  /** The end of the stream: {@code found_fin_ok}. */
  private void foundFin(Cpu cpu, Frame frame, TcpSock sock) {
    frame.pc = CLEAN_UP;
    if (!isPeek(frame)) {
      sock.copiedSeq++;
      cpu.walk(frame, PathPoint.TCP_COPIED.in(paths), EAT);
    }
  }

  /** {@code tcp_cleanup_rbuf}: the reader acknowledges what it has taken, if nobody else has or will soon. */
  private void cleanUp(Cpu cpu, Frame frame, TcpSock sock, int nextPc) {
    boolean copied = frame.k > 0;
    if (sock.ack.readerSends(sock.unackedBytes(), copied, sock.rmemAllocBytes() == 0)
        || copied && sock.window.hasGrown()) {
      cpu.call(frame, sendAck, sock, nextPc);
    } else {
      frame.pc = nextPc;
    }
  }

  private static int readableBytes(Frame frame, SkBuff skb, long seq) {
    return (int) Math.min(skb.tcp().seq() + skb.payloadBytes() - seq, frame.n - frame.k);
  }

  /** Whether the data are thrown away instead of copied. */
  private static boolean isTruncated(Frame frame) {
    return (frame.m & MessageFlag.MSG_TRUNC) != 0;
  }

  private static boolean isPeek(Frame frame) {
    return (frame.m & MessageFlag.MSG_PEEK) != 0;
  }
}
