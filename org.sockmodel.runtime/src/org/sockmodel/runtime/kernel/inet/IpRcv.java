package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.model.IpProtocol;

/** {@code ip_rcv} to {@code ip_protocol_deliver_rcu}, {@code net/ipv4/ip_input.c}. {@code self}: the packet. */
public final class IpRcv extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int DELIVER = 1;

  private final Path path;
  private final KernelFunction tcpRcv;
  private final KernelFunction udpRcv;

  /**
   * @param path the functions from the device layer to the protocol
   */
  public IpRcv(Path path, KernelFunction tcpRcv, KernelFunction udpRcv) {
    super("ip_rcv");
    this.path = path;
    this.tcpRcv = tcpRcv;
    this.udpRcv = udpRcv;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, DELIVER);
      case DELIVER -> cpu.call(frame, skb.protocol() == IpProtocol.IPPROTO_TCP ? tcpRcv : udpRcv, skb, DELIVER + 1);
      default -> cpu.ret(frame, 0);
    }
  }
}
