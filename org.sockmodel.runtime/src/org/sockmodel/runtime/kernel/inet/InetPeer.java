package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.netdev.Net;

/**
 * How often another machine has been told of errors, and how many fragments it has sent: {@code struct inet_peer},
 * {@code net/ipv4/inetpeer.c}.
 */
final class InetPeer {

  /** {@code icmp_ratelimit}: one message in so much time. */
  private static final long INTERVAL_NS = 1_000_000_000;
  /** {@code XRLIM_BURST_FACTOR}: so many at once. */
  private static final int BURST = 6;

  private final Net net;
  private final int address;
  private long tokensNs = BURST * INTERVAL_NS;
  private long lastNs;
  private int fragments;

  InetPeer(Net net, int address) {
    this.net = net;
    this.address = address;
  }

  boolean is(Net otherNet, int otherAddress) {
    return net == otherNet && address == otherAddress;
  }

  /** {@code rid}: the number of the fragment that has come now. */
  int nextFragment() {
    return ++fragments;
  }

  /** {@code inet_peer_xrlim_allow}: a token bucket. */
  boolean mayTell(long nowNs) {
    tokensNs = Math.min(tokensNs + nowNs - lastNs, BURST * INTERVAL_NS);
    lastNs = nowNs;
    if (tokensNs < INTERVAL_NS) {
      return false;
    }
    tokensNs -= INTERVAL_NS;
    return true;
  }
}
