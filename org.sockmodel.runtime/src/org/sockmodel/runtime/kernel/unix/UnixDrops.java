package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.netdev.KfreeSkb;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;

/**
 * AF_UNIX's packets that nobody reads. Since 6.14 the kernel says why it frees them, and that the packet of a
 * connection that does not come about is no loss.
 */
public final class UnixDrops {

  private final boolean reasons;
  private final SkBuffPool pool;
  private final KfreeSkb inRelease;
  private final KfreeSkb inConnect;
  private final int connect;
  private final int socketClose;
  private final int notSpecified;

  /**
   * @param reasons whether the kernel tells them
   */
  public UnixDrops(boolean reasons, SkBuffPool pool, Names names) {
    this.reasons = reasons;
    this.pool = pool;
    inRelease = new KfreeSkb(pool, names, "unix_release_sock", 0);
    inConnect = new KfreeSkb(pool, names, "unix_stream_connect", 0);
    connect = names.intern("unix_stream_connect");
    notSpecified = names.intern("NOT_SPECIFIED");
    socketClose = reasons ? names.intern("SOCKET_CLOSE") : notSpecified;
  }

  /** {@code unix_stream_connect} fails. */
  void refused(Cpu cpu, SkBuff skb) {
    if (reasons) {
      cpu.trace().fire(ConsumeSkb.TRACEPOINT, skb.address(), connect);
      pool.free(skb);
    } else {
      inConnect.drop(cpu, skb, 0, notSpecified);
    }
  }

  /** {@code unix_release_sock}: the socket ends before its packet was read. */
  void unread(Cpu cpu, SkBuff skb) {
    inRelease.drop(cpu, skb, 0, socketClose);
  }
}
