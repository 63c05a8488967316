package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.sock.Sock;

/**
 * {@code udp_lib_close}, {@code include/net/udp.h}: the port is free again, and what was not read is thrown away.
 * {@code self}: the {@link Sock}. Returns 0.
 */
public final class UdpClose extends KernelFunction {

  private static final int BEGIN = 0;

  private final Path path;
  private final PortTable ports;
  private final SkBuffPool pool;

  public UdpClose(Path[] paths, PortTable ports, SkBuffPool pool) {
    super("udp_lib_close");
    path = paths[PathPoint.UDP_CLOSE.ordinal()];
    this.ports = ports;
    this.pool = pool;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    if (frame.pc == BEGIN) {
      cpu.walk(frame, path, BEGIN + 1);
      return;
    }
    Sock sock = (Sock) frame.self;
    ports.remove(sock);
    while (!sock.receiveQueue().isEmpty()) {
      pool.free(sock.unqueue());
    }
    cpu.ret(frame, 0);
  }
}
