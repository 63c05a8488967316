package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;

/**
 * {@code __tcp_transmit_skb}, {@code net/ipv4/tcp_output.c}: writes the header of a segment and gives it to IP and the
 * device. {@code self}: the segment; {@code other}: the {@link TcpSock}.
 */
final class TcpTransmit extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int XMIT = 1;

  private static final long NS_PER_MS = 1_000_000;
  /** The clock of {@code tcp_time_stamp_ms} was not 0 when the simulation began. */
  private static final long BOOT_MS = 1;

  private final Path path;
  private final KernelFunction devQueueXmit;

  /**
   * @param path the functions from the one that sends to {@code __dev_queue_xmit}
   */
  TcpTransmit(Path path, KernelFunction devQueueXmit) {
    super("__tcp_transmit_skb");
    this.path = path;
    this.devQueueXmit = devQueueXmit;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    TcpSock sock = (TcpSock) frame.other;
    switch (frame.pc) {
      case BEGIN -> {
        writeHeader(cpu, skb, sock);
        cpu.walk(frame, path, XMIT);
      }
      case XMIT -> cpu.call(frame, devQueueXmit, skb, XMIT + 1).other = sock.device;
      default -> cpu.ret(frame, 0);
    }
  }

  /** {@code tcp_time_stamp_ms}. */
  static long clockMs(long nowNs) {
    return BOOT_MS + nowNs / NS_PER_MS;
  }

  private static void writeHeader(Cpu cpu, SkBuff skb, TcpSock sock) {
    boolean first = skb.tcp().has(TcpHeader.SYN) || skb.tcp().has(TcpHeader.RST);
    if (!first) {
      sock.rcvWndBytes = sock.window.select();
      sock.rcvWup = sock.rcvNxt;
      if (sock.rcvWndBytes == 0) {
        sock.fastPathOff();
      }
    }
    skb.tcp().acknowledge(sock.rcvNxt, sock.rcvWndBytes);
    if (!first && !sock.openLoopPeer) {
      sock.sacks.writeTo(skb.tcp());
    }
    skb.tcp().timestamps(clockMs(cpu.nowNs()), sock.peerClockMs);
    if (skb.tcp().has(TcpHeader.ACK)) {
      sock.ack.sent();
      sock.compressed.sent();
      sock.delackTimer.delete();
    }
    if (skb.payloadBytes() > 0) {
      sock.ack.dataSent(cpu.nowNs() / Scheduler.TICK_NS);
    }
  }
}
