package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.sock.Sock;

/**
 * {@code tcp_v4_do_rcv} and {@code tcp_rcv_established}, {@code net/ipv4/tcp_input.c}: an in-order data segment to the
 * receive queue, and the reader's wake-up once the low water mark is reached. {@code self}: the segment.
 */
public final class TcpDoRcv extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int ESTABLISHED = 1;
  private static final int QUEUE = 2;
  private static final int READY = 3;
  private static final int FINISH = 4;

  private final Path doRcv;
  private final Path queueRcv;
  private final Path dataReady;
  private final Path rcvDone;

  public TcpDoRcv(Path[] paths) {
    super("tcp_v4_do_rcv");
    doRcv = paths[PathPoint.TCP_DO_RCV.ordinal()];
    queueRcv = paths[PathPoint.TCP_QUEUE_RCV.ordinal()];
    dataReady = paths[PathPoint.TCP_DATA_READY.ordinal()];
    rcvDone = paths[PathPoint.TCP_RCV_DONE.ordinal()];
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        frame.other = skb.socket();
        cpu.walk(frame, doRcv, ESTABLISHED);
      }
      case ESTABLISHED -> cpu.walk(frame, queueRcv, QUEUE);
      case QUEUE -> {
        ((Sock) frame.other).queue(skb);
        cpu.walk(frame, dataReady, READY);
      }
      case READY -> ready(cpu, frame, (Sock) frame.other);
      case FINISH -> cpu.walk(frame, rcvDone, FINISH + 1);
      default -> cpu.ret(frame, 0);
    }
  }

  private static void ready(Cpu cpu, Frame frame, Sock sock) {
    frame.pc = FINISH;
    if (sock.receiveQueue().payloadBytes() >= sock.rcvlowatBytes()) {
      cpu.call(frame, sock.dataReady(), sock, FINISH);
    }
  }
}
