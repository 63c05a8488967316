package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.inet.IpOutput;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;

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
  private final boolean again;
  private final KernelFunction devQueueXmit;

  /**
   * @param path the functions from the one that sends to {@code __dev_queue_xmit}
   * @param again whether the segments were sent before, and are counted by who sends them again
   */
  TcpTransmit(Path path, boolean again, KernelFunction devQueueXmit) {
    super("__tcp_transmit_skb");
    this.path = path;
    this.again = again;
    this.devQueueXmit = devQueueXmit;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    TcpSock sock = (TcpSock) frame.other;
    switch (frame.pc) {
      case BEGIN -> {
        writeHeader(cpu, skb, sock);
        IpOutput.whole(sock.net());
        sock.count(SnmpCounter.TCP_OUT_SEGS, again ? 0 : skb.gsoSegments());
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

  /** {@code tcp_select_window}; a window that is closed for want of memory is not counted. */
  private static void countWindow(TcpSock sock, int oldBytes) {
    if (oldBytes == 0 && sock.rcvWndBytes > 0) {
      sock.count(SnmpCounter.TCP_EXT_FROM_ZERO_WINDOW_ADV);
    } else if (oldBytes > 0 && sock.rcvWndBytes == 0 && !sock.ack.isWithoutMemory()) {
      sock.count(SnmpCounter.TCP_EXT_TO_ZERO_WINDOW_ADV);
    }
  }

  private static void writeHeader(Cpu cpu, SkBuff skb, TcpSock sock) {
    boolean first = skb.tcp().has(TcpHeader.SYN) || skb.tcp().has(TcpHeader.RST);
    if (!first) {
      int oldBytes = sock.rcvWndBytes;
      sock.rcvWndBytes = sock.window.select();
      countWindow(sock, oldBytes);
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
      sock.compressed.sent(sock);
      sock.delackTimer.delete();
    }
    if (skb.payloadBytes() > 0) {
      sock.ack.dataSent(cpu.nowNs() / Scheduler.TICK_NS);
    }
  }
}
