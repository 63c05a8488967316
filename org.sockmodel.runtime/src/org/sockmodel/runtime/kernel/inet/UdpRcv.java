package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.skb.FlowKeys;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.trace.NetTracepoints.UdpFailQueueRcvSkb;
import org.sockmodel.runtime.uapi.Errno;

/** {@code udp_rcv}, {@code net/ipv4/udp.c}: a datagram to its socket's queue. {@code self}: the packet. */
public final class UdpRcv extends StraightFunction {

  private static final int BEGIN = 0;
  private static final int LOOKUP = 1;
  private static final int END = 2;
  private static final int NO_SOCKET = 3;

  private final Path path;
  private final PortTable ports;
  private final KernelFunction icmpSend;
  private final Drops drops;
  private final Drops dropsWithoutSocket;
  /** Whether a socket's buffer is never overrun. */
  private final boolean strict;
  private final TransportChecksum checksum;

  /**
   * @param icmpSend tells the sender that nobody has the port
   */
  public UdpRcv(InetEnvironment kernel, PortTable ports, KernelFunction icmpSend) {
    super("udp_rcv");
    path = PathPoint.UDP_RCV.in(kernel.paths());
    this.ports = ports;
    this.icmpSend = icmpSend;
    strict = kernel.profile().has("udp_rcvbuf_strict");
    checksum = new TransportChecksum(kernel.profile().has("checksum_break"));
    dropsWithoutSocket = kernel.drops("__udp4_lib_rcv");
    drops = kernel.drops("udp_queue_rcv_one_skb");
  }

  @Override
  protected int run(Cpu cpu, Frame frame, Object self, int from) {
    SkBuff skb = (SkBuff) self;
    int pc = from;
    if (pc == BEGIN) {
      pc = cpu.walkOn(frame, path, LOOKUP);
    }
    if (pc == LOOKUP) {
      pc = deliver(cpu, frame, skb);
    }
    if (pc == NO_SOCKET) {
      dropsWithoutSocket.noSocket(cpu, skb);
      pc = END;
    }
    return pc == END ? ret(cpu, 0) : suspend(frame, skb);
  }

  private int deliver(Cpu cpu, Frame frame, SkBuff skb) {
    if (checksum.isFoundWrong(skb)) {
      return dropDamaged(cpu, skb);
    }
    Sock sock = ports.receiver(NetDevice.of(skb).net(), skb.port(), skb.sourcePort(), skb.sourceAddress());
    if (sock == null || !takes(sock, skb)) {
      if (TransportChecksum.isWrong(skb)) {
        return dropDamaged(cpu, skb);
      }
      NetDevice.mib(skb).count(SnmpCounter.UDP_NO_PORTS);
      return cpu.callOn(frame, icmpSend, skb, NO_SOCKET);
    }
    if (isFull(sock, skb)) {
      cpu.trace().fire(UdpFailQueueRcvSkb.TRACEPOINT, -Errno.ENOMEM, sock.family(), 0, skb.port());
      sock.count(SnmpCounter.UDP_RCVBUF_ERRORS);
      sock.count(SnmpCounter.UDP_IN_ERRORS);
      drops.receiveBuffer(cpu, skb, sock);
      return END;
    }
    sock.rxhash(FlowKeys.hash(skb));
    if (sock.peerPort() != 0 || sock.napiId() == 0) {
      sock.markNapiId(skb);
    }
    sock.queue(skb);
    return cpu.callOn(frame, sock.dataReady(), sock, END);
  }

  private int dropDamaged(Cpu cpu, SkBuff skb) {
    NetDevice.mib(skb).count(SnmpCounter.UDP_IN_CSUM_ERRORS);
    NetDevice.mib(skb).count(SnmpCounter.UDP_IN_ERRORS);
    dropsWithoutSocket.drop(cpu, skb, DropReason.UDP_CSUM);
    return END;
  }

  /** Whether the buffer is overrun, or would be by this packet; an empty one takes any. */
  private boolean isFull(Sock sock, SkBuff skb) {
    int rmemBytes = sock.rmemAllocBytes();
    return strict ? rmemBytes > 0 && rmemBytes + skb.truesizeBytes() > sock.rcvbufBytes()
        : rmemBytes > sock.rcvbufBytes();
  }

  /** {@code compute_score}: a connected socket takes what its peer sends. */
  private static boolean takes(Sock sock, SkBuff skb) {
    return sock.peerPort() == 0
        || skb.sourcePort() == sock.peerPort() && skb.sourceAddress() == sock.peerAddress();
  }
}
