package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.skb.ArpMessage;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;

/**
 * {@code arp_rcv} and {@code arp_process}, {@code net/ipv4/arp.c}: tells who asks for it the address of the device, and
 * so learns his. {@code self}: the request.
 *
 * <p>Caveat: the machine itself never asks; it knows every peer that it sends to.
 */
public final class ArpRcv extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int ANSWER = 1;
  private static final int FREE = 2;

  private final Path path;
  private final SkBuffPool pool;
  private final KernelFunction devQueueXmit;
  private final int location;

  public ArpRcv(InetEnvironment kernel) {
    super("arp_rcv");
    path = PathPoint.ARP_RCV.in(kernel.paths());
    pool = kernel.pool();
    devQueueXmit = kernel.devQueueXmit();
    location = kernel.names().intern("arp_process");
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff request = (SkBuff) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, ANSWER);
      case ANSWER -> {
        NetDevice device = NetDevice.of(request);
        SkBuff reply = ArpMessage.fill(pool.allocate(), device)
            .between(request.destinationAddress(), request.sourceAddress());
        reply.memory().allocCpu(cpu.id());
        cpu.call(frame, devQueueXmit, reply, FREE).other = device;
      }
      default -> {
        cpu.trace().fire(ConsumeSkb.TRACEPOINT, request.address(), location);
        pool.free(request);
        cpu.ret(frame, 0);
      }
    }
  }
}
