package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.inet.InetEnvironment;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.timer.ScheduleTimeout;
import org.sockmodel.runtime.trace.NetTracepoints.SkbCopyDatagramIovec;

/**
 * Data straight into the buffer of a reader that processes segments itself: {@code tcp_copy_to_iovec} and its like in
 * {@code tcp_data_queue}, {@code net/ipv4/tcp_input.c}. Without a prequeue no reader is ever installed.
 */
final class TcpDirectCopy {

  private final Path spaceAdjust;
  private final double copyNsPerByte;
  private final ScheduleTimeout current;
  private final TcpTrace trace;

  TcpDirectCopy(InetEnvironment kernel, TcpTrace trace) {
    spaceAdjust = CallPoint.TCP_RCV_SPACE_ADJUST.in(kernel.paths());
    copyNsPerByte = kernel.profile().copyNsPerByte();
    current = kernel.scheduleTimeout();
    this.trace = trace;
  }

  /** The bytes of a segment that the reader takes here; 0 unless it has read all there was and owns the socket. */
  int bytes(Cpu cpu, SkBuff skb, TcpSock sock) {
    TcpUcopy ucopy = sock.ucopy;
    boolean reads = ucopy.isInstalled() && sock.isOwnedByUser() && ucopy.isOf(current.task(cpu));
    if (!reads || sock.copiedSeq != sock.rcvNxt || skb.tcp().seq() != sock.rcvNxt
        || skb.payloadBytes() > sock.receiveWindowBytes()) {
      return 0;
    }
    return (int) Math.min(skb.payloadBytes(), ucopy.leftBytes());
  }

  /** Walks a stretch for the time that the copy takes. */
  void walk(Cpu cpu, Frame frame, Path path, int bytes, int nextPc) {
    cpu.walk(frame, path, nextPc);
    cpu.spend(frame, Math.round(bytes * copyNsPerByte), nextPc);
  }

  /** The data are there. */
  void copied(Cpu cpu, SkBuff skb, TcpSock sock, int bytes) {
    cpu.trace().fire(SkbCopyDatagramIovec.TRACEPOINT, skb.address(), bytes);
    sock.ucopy.copied(bytes);
    sock.copiedSeq += bytes;
    cpu.enter(spaceAdjust);
    trace.spaceAdjust(cpu, sock);
    sock.window.adjustSpace(cpu.nowNs(), sock.advmssBytes());
  }
}
