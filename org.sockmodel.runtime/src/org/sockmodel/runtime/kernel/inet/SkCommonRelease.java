package org.sockmodel.runtime.kernel.inet;

import java.util.function.Consumer;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.sock.Sock;

/**
 * {@code sk_common_release}, {@code net/core/sock.c}: a socket without connections is found no longer, and what was not
 * read is thrown away. {@code self}: the {@link Sock}. Returns 0.
 */
public final class SkCommonRelease extends KernelFunction {

  private static final int BEGIN = 0;

  private final Path path;
  private final Consumer<Sock> unhash;
  private final SkBuffPool pool;

  private SkCommonRelease(String symbol, Path path, Consumer<Sock> unhash, SkBuffPool pool) {
    super(symbol);
    this.path = path;
    this.unhash = unhash;
    this.pool = pool;
  }

  /** {@code udp_lib_close}, {@code include/net/udp.h}. */
  public static SkCommonRelease udp(Path[] paths, PortTable ports, SkBuffPool pool) {
    return new SkCommonRelease("udp_lib_close", PathPoint.UDP_CLOSE.in(paths), ports::remove, pool);
  }

  /** {@code raw_close}, {@code net/ipv4/raw.c}. */
  public static SkCommonRelease raw(Path[] paths, RawHash sockets, SkBuffPool pool) {
    return new SkCommonRelease("raw_close", PathPoint.RAW_CLOSE.in(paths),
        sock -> sockets.remove((RawSock) sock), pool);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    if (frame.pc == BEGIN) {
      cpu.walk(frame, path, BEGIN + 1);
      return;
    }
    Sock sock = (Sock) frame.self;
    unhash.accept(sock);
    while (!sock.receiveQueue().isEmpty()) {
      pool.free(sock.unqueue());
    }
    cpu.ret(frame, 0);
  }
}
