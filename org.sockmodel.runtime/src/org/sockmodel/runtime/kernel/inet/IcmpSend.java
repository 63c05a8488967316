package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.uapi.IpProtocol;

/**
 * {@code __icmp_send}, {@code net/ipv4/icmp.c}: tells a datagram's sender that nobody has the port ({@code
 * ICMP_PORT_UNREACH}). The message carries the ports of the datagram, so that it is for the socket that sent it. {@code
 * self}: the datagram, which stays the caller's.
 *
 * <p>Caveat: each peer is told a bounded number of times a second; {@code icmp_msgs_per_sec}, which bounds all
 * together, is not modelled.
 */
public final class IcmpSend extends KernelFunction {

  /** {@code struct icmphdr}. */
  private static final int ICMP_HEADER_BYTES = 8;

  /** As much of the datagram is sent back as an IP packet of this length has room for. */
  private static final int LONGEST_BYTES = 576;

  private static final int BEGIN = 0;
  private static final int SEND = 1;
  private static final int RETURN = 2;

  private final Path path;
  private final SkBuffPool pool;
  private final KernelFunction devQueueXmit;
  private final InetPeers peers = new InetPeers();

  public IcmpSend(InetEnvironment kernel) {
    super("__icmp_send");
    path = PathPoint.ICMP_SEND.in(kernel.paths());
    pool = kernel.pool();
    devQueueXmit = kernel.devQueueXmit();
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        NetDevice device = FibTable.output(NetDevice.of(skb).net(), skb.sourceAddress());
        frame.other = device;
        frame.pc = RETURN;
        if (device != null && mayTell(device, skb.sourceAddress(), cpu.nowNs())) {
          cpu.walk(frame, path, SEND);
        }
      }
      case SEND -> cpu.call(frame, devQueueXmit, message(cpu, skb, (NetDevice) frame.other), RETURN).other =
          frame.other;
      default -> cpu.ret(frame, 0);
    }
  }

  private SkBuff message(Cpu cpu, SkBuff skb, NetDevice device) {
    int bytes = Math.min(skb.lengthBytes() + ICMP_HEADER_BYTES, LONGEST_BYTES - SkBuff.IP_HEADER_BYTES);
    SkBuff message = pool.allocate().fill(device, IpProtocol.IPPROTO_ICMP, skb.sourcePort(), bytes)
        .from(skb.port()).between(skb.destinationAddress(), skb.sourceAddress());
    message.memory().allocCpu(cpu.id());
    IpOutput.whole(device.net());
    device.net().mib().count(SnmpCounter.ICMP_OUT_MSGS);
    device.net().mib().count(SnmpCounter.ICMP_OUT_DEST_UNREACHS);
    return message;
  }

  /** {@code icmpv4_xrlim_allow}: no limit for what stays in this machine. */
  private boolean mayTell(NetDevice device, int address, long nowNs) {
    boolean may = device == device.net().loopback() || peers.get(device.net(), address).mayTell(nowNs);
    device.net().mib().add(SnmpCounter.ICMP_OUT_RATE_LIMIT_HOST, may ? 0 : 1);
    return may;
  }
}
