package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;

/**
 * {@code tcp_send_fin}, {@code net/ipv4/tcp_output.c}: the end of the stream, on the last segment that waits or on one
 * of its own. {@code self}: the {@link TcpSock}.
 */
final class TcpSendFin extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int QUEUE = 1;

  private final Path path;
  private final TcpSegments segments;
  private final KernelFunction writeXmit;

  TcpSendFin(Path[] paths, TcpSegments segments, KernelFunction writeXmit) {
    super("tcp_send_fin");
    path = PathPoint.TCP_SEND_FIN.in(paths);
    this.segments = segments;
    this.writeXmit = writeXmit;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, QUEUE);
      case QUEUE -> {
        SkBuff tail = sock.writeQueue.peekTail();
        if (tail != null) {
          tail.tcp().add(TcpHeader.FIN);
          sock.writeSeq++;
        } else {
          sock.queueWrite(segments.next(cpu, sock, TcpHeader.FIN | TcpHeader.ACK));
        }
        cpu.call(frame, writeXmit, sock, QUEUE + 1);
      }
      default -> cpu.ret(frame, 0);
    }
  }
}
