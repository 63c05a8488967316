package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.MessageFlag;
import org.sockmodel.runtime.uapi.Signal;

/**
 * {@code unix_stream_sendmsg}, {@code net/unix/af_unix.c}: data in packets straight into the peer's receive queue,
 * whose reader it wakes. {@code self}: the {@link UnixSock}; {@code other}: the caller's wait queue entry; {@code n}:
 * bytes; {@code m}: flags; {@code k}: a destination, which a connected socket refuses, later bytes sent. Returns the
 * bytes, or minus an errno; of a broken pipe a signal tells, too.
 */
public final class UnixStreamSendmsg extends KernelFunction {

  /** The most data of one packet: {@code SKB_MAX_HEAD(0) + UNIX_SKB_FRAGS_SZ}. */
  private static final int LONGEST_PACKET_BYTES = 36_544;
  private static final int BEGIN = 0;
  private static final int NEXT = 1;
  private static final int ALLOCATED = 2;
  private static final int QUEUE = 3;
  private static final int RETURN = 4;

  private final Path begin;
  private final Path queue;
  private final double copyNsPerByte;
  private final KernelFunction allocate;
  private final KernelFunction sendSig;
  private final SkBuffPool pool;

  /**
   * @param allocate see {@link SockAllocSendPskb}
   */
  public UnixStreamSendmsg(UnixEnvironment kernel, KernelFunction allocate) {
    super("unix_stream_sendmsg");
    begin = PathPoint.UNIX_STREAM_SENDMSG.in(kernel.paths());
    queue = PathPoint.UNIX_QUEUE_TAIL.in(kernel.paths());
    copyNsPerByte = kernel.copyNsPerByte();
    this.allocate = allocate;
    sendSig = kernel.sendSig();
    pool = kernel.pool();
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    UnixSock sock = (UnixSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> begin(cpu, frame, sock);
      case NEXT -> {
        if (frame.k == frame.n) {
          frame.pc = RETURN;
        } else if ((sock.shutdown() & Sock.SEND_SHUTDOWN) != 0) {
          pipeError(cpu, frame);
        } else {
          Frame callee = cpu.call(frame, allocate, sock, ALLOCATED);
          callee.other = frame.other;
          callee.m = frame.m;
        }
      }
      case ALLOCATED -> {
        if (cpu.result() < 0) {
          end(frame, cpu.result());
        } else {
          cpu.walk(frame, queue, QUEUE);
          cpu.spend(frame, Math.round(packetBytes(frame, sock) * copyNsPerByte), QUEUE);
        }
      }
      case QUEUE -> queue(cpu, frame, sock);
      default -> cpu.ret(frame, frame.k);
    }
  }

  private void begin(Cpu cpu, Frame frame, UnixSock sock) {
    if (sock.peer() == null) {
      cpu.ret(frame, -Errno.ENOTCONN);
    } else if (frame.k != 0) {
      cpu.ret(frame, -Errno.EISCONN);
    } else {
      cpu.walk(frame, begin, NEXT);
    }
  }

  private void queue(Cpu cpu, Frame frame, UnixSock sock) {
    UnixSock other = sock.peer();
    if (other.isDead() || (other.shutdown() & Sock.RCV_SHUTDOWN) != 0) {
      pipeError(cpu, frame);
      return;
    }
    int bytes = packetBytes(frame, sock);
    SkBuff skb = pool.allocate().fill(null, 0, 0, bytes);
    sock.sendTo(other, skb);
    frame.k += bytes;
    cpu.call(frame, other.dataReady(), other, NEXT);
  }

  private static int packetBytes(Frame frame, UnixSock sock) {
    long most = Math.min(LONGEST_PACKET_BYTES, (sock.sndbufBytes() >> 1) - 64);
    return (int) Math.min(most, frame.n - frame.k);
  }

  /** Nobody can receive any more: a signal, if nothing was sent before. */
  private void pipeError(Cpu cpu, Frame frame) {
    boolean signals = frame.k == 0 && (frame.m & MessageFlag.MSG_NOSIGNAL) == 0;
    end(frame, -Errno.EPIPE);
    if (signals) {
      cpu.call(frame, sendSig, ((WaitQueueEntry) frame.other).task().signals(), RETURN).n = Signal.SIGPIPE;
    }
  }

  private static void end(Frame frame, long errno) {
    frame.k = frame.k > 0 ? frame.k : errno;
    frame.pc = RETURN;
  }
}
