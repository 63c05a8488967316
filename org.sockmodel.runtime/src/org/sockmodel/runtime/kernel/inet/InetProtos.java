package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;

/** The protocols above IP, by number: {@code inet_protos}, {@code net/ipv4/protocol.c}. */
public final class InetProtos {

  private static final int MAX_INET_PROTOS = 256;

  private final Handler[] handlers = new Handler[MAX_INET_PROTOS];

  /**
   * A protocol: {@code struct net_protocol}.
   *
   * @param route finds where a packet goes, by its socket if the protocol has an early demux
   * @param rcv takes the packet
   */
  public record Handler(Path route, KernelFunction rcv) {
  }

  /** {@code inet_add_protocol}. */
  public InetProtos add(int protocol, Path route, KernelFunction rcv) {
    handlers[protocol] = new Handler(route, rcv);
    return this;
  }

  /** The handler of a protocol, or null. */
  Handler of(int protocol) {
    return handlers[protocol];
  }
}
