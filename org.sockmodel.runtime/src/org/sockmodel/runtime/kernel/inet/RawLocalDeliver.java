package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;

/**
 * {@code raw_local_deliver} with {@code raw_v4_input} and {@code raw_rcv}, {@code net/ipv4/raw.c}: every raw socket
 * that a packet is for gets a copy, before the protocol gets the packet. {@code self}: the packet; {@code n}: place in
 * the chain of sockets. Returns 1 if a socket took it, else 0.
 */
public final class RawLocalDeliver extends KernelFunction {

  private static final int NEXT = 0;
  private static final int QUEUE = 1;

  private final RawHash sockets;
  private final Path rawRcv;
  private final SkBuffPool pool;
  private final Drops drops;
  /** Whether no copy is made for a socket whose buffer is full; otherwise the copy is dropped. */
  private final boolean looksBeforeItCopies;

  public RawLocalDeliver(InetEnvironment kernel, RawHash sockets) {
    super("raw_local_deliver");
    rawRcv = PathPoint.RAW_RCV.in(kernel.paths());
    this.sockets = sockets;
    pool = kernel.pool();
    looksBeforeItCopies = kernel.profile().has("raw_looks_first");
    drops = kernel.drops("raw_rcv");
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    if (frame.pc == NEXT) {
      next(cpu, frame, skb);
    } else {
      RawSock sock = (RawSock) frame.other;
      SkBuff copy = skb.cloneInto(pool.allocate());
      frame.pc = NEXT;
      if (isFull(sock)) {
        drops.receiveBuffer(cpu, copy, sock);
      } else {
        sock.queue(copy);
        cpu.call(frame, sock.dataReady(), sock, NEXT);
      }
    }
  }

  private void next(Cpu cpu, Frame frame, SkBuff skb) {
    frame.n = sockets.next(skb, (int) frame.n);
    RawSock sock = sockets.at(skb.protocol(), (int) frame.n++);
    if (sock == null) {
      cpu.ret(frame, frame.m);
      return;
    }
    frame.m = 1;
    frame.other = sock;
    if (!looksBeforeItCopies || !isFull(sock)) {
      cpu.walk(frame, rawRcv, QUEUE);
    }
  }

  private static boolean isFull(RawSock sock) {
    return sock.rmemAllocBytes() >= sock.rcvbufBytes();
  }
}
