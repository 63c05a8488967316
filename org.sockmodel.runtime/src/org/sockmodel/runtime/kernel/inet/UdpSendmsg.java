package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.model.Errno;
import org.sockmodel.runtime.model.IpProtocol;

/**
 * {@code udp_sendmsg}, {@code net/ipv4/udp.c}: one datagram to the device. {@code n}: bytes; {@code k}: destination
 * port. Returns the bytes, or minus an errno.
 */
public final class UdpSendmsg extends KernelFunction {

  /** The longest datagram: 65535 less IP and UDP headers. */
  private static final int LONGEST_BYTES = 65_507;

  private static final int BEGIN = 0;
  private static final int SEND = 1;

  private final Path path;
  private final double copyNsPerByte;
  private final KernelFunction devQueueXmit;
  private final NetDevice loopback;
  private final SkBuffPool pool;

  public UdpSendmsg(Path[] paths, double copyNsPerByte, KernelFunction devQueueXmit, NetDevice loopback,
      SkBuffPool pool) {
    super("udp_sendmsg");
    path = paths[PathPoint.UDP_SENDMSG.ordinal()];
    this.copyNsPerByte = copyNsPerByte;
    this.devQueueXmit = devQueueXmit;
    this.loopback = loopback;
    this.pool = pool;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    switch (frame.pc) {
      case BEGIN -> {
        if (frame.n > LONGEST_BYTES) {
          cpu.ret(frame, -Errno.EMSGSIZE);
        } else if (frame.k == 0) {
          cpu.ret(frame, -Errno.EDESTADDRREQ);
        } else {
          cpu.walk(frame, path, SEND);
          cpu.spend(frame, Math.round(frame.n * copyNsPerByte), SEND);
        }
      }
      case SEND -> {
        SkBuff skb = pool.allocate().fill(loopback.name(), IpProtocol.IPPROTO_UDP, (int) frame.k, (int) frame.n);
        skb.allocCpu(cpu.id());
        cpu.call(frame, devQueueXmit, skb, SEND + 1).other = loopback;
      }
      default -> cpu.ret(frame, frame.n);
    }
  }
}
