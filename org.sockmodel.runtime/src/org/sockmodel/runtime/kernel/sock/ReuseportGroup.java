package org.sockmodel.runtime.kernel.sock;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code struct sock_reuseport}, {@code net/core/sock_reuseport.c}: sockets with {@code SO_REUSEPORT} that are bound to
 * one port, and which of them a packet is for: the flow's hash says it. O(1), unless some are connected.
 *
 * <p>Caveats: no BPF program chooses, and whoever shares a port is taken to be of the same user.
 */
public final class ReuseportGroup {

  private final List<Sock> bound = new ArrayList<>(2);
  private final List<Sock> takers = new ArrayList<>(2);
  private boolean anyConnected;

  /** {@code inet_bind_bucket}: a socket has the port. */
  public void bind(Sock sock) {
    bound.add(sock);
    sock.reuseportGroup(this);
  }

  /** {@code reuseport_add_sock}: it takes its part of the packets from now on. */
  public void join(Sock sock) {
    takers.add(sock);
  }

  /** {@code reuseport_has_conns_set}: one of them takes what its peer sends, and nothing else. */
  public void connected() {
    anyConnected = true;
  }

  /** {@code reuseport_detach_sock}: the last one takes the place of one that is closed. */
  public void leave(Sock sock) {
    bound.remove(sock);
    sock.reuseportGroup(null);
    int place = takers.indexOf(sock);
    if (place >= 0) {
      Sock last = takers.remove(takers.size() - 1);
      if (last != sock) {
        takers.set(place, last);
      }
    }
  }

  /** One of those that have the port, or null. */
  public Sock any() {
    return bound.isEmpty() ? null : bound.get(0);
  }

  /** {@code reuseport_select_sock}: for whom a packet is whose flow has this hash. */
  public Sock select(int hash, int peerPort, int peerAddress) {
    Sock connected = anyConnected ? connectedTo(peerPort, peerAddress) : null;
    if (connected != null || takers.isEmpty()) {
      return connected != null ? connected : any();
    }
    int first = (int) (Integer.toUnsignedLong(hash) * takers.size() >>> Integer.SIZE);
    int place = first;
    while (takers.get(place).peerPort() != 0) {
      place = place + 1 == takers.size() ? 0 : place + 1;
      if (place == first) {
        break;
      }
    }
    return takers.get(place);
  }

  private Sock connectedTo(int peerPort, int peerAddress) {
    for (int i = 0; i < bound.size(); i++) {
      Sock sock = bound.get(i);
      if (sock.peerPort() == peerPort && sock.peerAddress() == peerAddress) {
        return sock;
      }
    }
    return null;
  }
}
