package org.sockmodel.runtime.kernel.inet;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.kernel.netdev.Net;

/** The other machines that are known: {@code struct inet_peer_base}. A look-up costs O(peers). */
final class InetPeers {

  private final List<InetPeer> peers = new ArrayList<>();

  /** {@code inet_getpeer_v4}. */
  InetPeer get(Net net, int address) {
    for (int i = 0; i < peers.size(); i++) {
      if (peers.get(i).is(net, address)) {
        return peers.get(i);
      }
    }
    InetPeer peer = new InetPeer(net, address);
    peers.add(peer);
    return peer;
  }
}
