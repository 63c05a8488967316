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
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;

/**
 * {@code icmp_rcv} with {@code icmp_unreach}, {@code net/ipv4/icmp.c}: a message that the kernel sent about a datagram
 * goes to the protocol of that. What a program's own message says is not modelled: it is taken for one that asks for no
 * answer, such as an echo reply, and carries no port. {@code self}: the packet.
 */
public final class IcmpRcv extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int UNREACHABLE = 1;
  private static final int CONSUME = 2;

  private final Path path;
  private final KernelFunction udpErr;
  private final SkBuffPool pool;
  private final int location;

  /**
   * @param udpErr the {@code err_handler} of the only protocol that messages are sent about
   */
  public IcmpRcv(InetEnvironment kernel, KernelFunction udpErr) {
    super("icmp_rcv");
    path = PathPoint.ICMP_RCV.in(kernel.paths());
    this.udpErr = udpErr;
    pool = kernel.pool();
    location = kernel.names().intern("icmp_rcv");
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        NetDevice.mib(skb).count(SnmpCounter.ICMP_IN_MSGS);
        cpu.walk(frame, path, skb.port() == 0 ? CONSUME : UNREACHABLE);
      }
      case UNREACHABLE -> {
        NetDevice.mib(skb).count(SnmpCounter.ICMP_IN_DEST_UNREACHS);
        cpu.call(frame, udpErr, skb, CONSUME);
      }
      default -> {
        cpu.trace().fire(ConsumeSkb.TRACEPOINT, skb.address(), location);
        pool.free(skb);
        cpu.ret(frame, 0);
      }
    }
  }
}
