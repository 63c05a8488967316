package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.netdev.Net;
import org.sockmodel.runtime.kernel.sock.ReuseportGroup;
import org.sockmodel.runtime.kernel.sock.Sock;

/**
 * Which socket a packet is for, for one protocol: {@code struct inet_hashinfo} or {@code udp_table}. A hash table with
 * linear probing over the two ports and the peer's address in one number; sockets of other namespaces stand in it too.
 * All operations O(1), allocates only to grow.
 *
 * <p>A socket that no peer is connected to stands under the peer 0. The own address is not part of the key: sockets are
 * bound to any address, and from one address of a peer no two connections lead from one port to another.
 */
public final class PortTable {

  /** {@code net.ipv4.ip_local_port_range}. */
  private static final int FIRST_EPHEMERAL_PORT = 32_768;
  private static final int LAST_EPHEMERAL_PORT = 60_999;

  private long[] keys = new long[64];
  private Sock[] socks = new Sock[64];
  private int size;
  private int nextEphemeralPort = FIRST_EPHEMERAL_PORT;
  private final long secret;

  /**
   * @param secret {@code inet_ehash_secret} or {@code udp_ehash_secret}: a random number of the machine's
   */
  public PortTable(long secret) {
    this.secret = secret;
  }

  /** {@code sk_prot->get_port}: false if another socket has the port. */
  public boolean bind(Sock sock, int port) {
    Sock owner = lookup(sock.net(), port);
    if (owner != null && (owner.reuseportGroup() == null || !sock.reusesPort())) {
      return false;
    }
    if (owner == null) {
      put(key(port, 0, 0), sock);
    }
    if (sock.reusesPort()) {
      (owner == null ? new ReuseportGroup() : owner.reuseportGroup()).bind(sock);
    }
    sock.port(port);
    return true;
  }

  /** Binds a socket to a port that is free; false if none is. */
  public boolean bindEphemeral(Sock sock) {
    int port = ephemeralPort(sock);
    return port != 0 && bind(sock, port);
  }

  /** {@code inet_hash_connect}: gives the socket a port of its own, unless it has one; false if none is free. */
  public boolean connect(Sock sock) {
    if (sock.port() == 0) {
      sock.port(ephemeralPort(sock));
    }
    return sock.port() != 0 && establish(sock);
  }

  /** {@code inet_ehash_insert}: what comes from the socket's peer is for this socket; false if another has the pair. */
  public boolean establish(Sock sock) {
    long key = key(sock.port(), sock.peerPort(), sock.peerAddress());
    if (get(sock.net(), key) != null) {
      return false;
    }
    put(key, sock);
    return true;
  }

  /** {@code inet_unhash}: the socket is found no longer, and its ports are free. */
  public void remove(Sock sock) {
    remove(key(sock.port(), sock.peerPort(), sock.peerAddress()), sock);
    long key = key(sock.port(), 0, 0);
    ReuseportGroup group = sock.reuseportGroup();
    if (group == null) {
      remove(key, sock);
      return;
    }
    group.leave(sock);
    if (group.any() == null) {
      remove(key, sock);
    } else {
      socks[slotOf(sock.net(), key)] = group.any();
    }
  }

  /** A socket that the port is bound to, or null. */
  public Sock lookup(Net net, int port) {
    return get(net, key(port, 0, 0));
  }

  /** {@code __inet_lookup}: the socket of a connection, or else the one that the port is bound to, or null. */
  public Sock lookup(Net net, int port, int peerPort, int peerAddress) {
    Sock connected = get(net, key(port, peerPort, peerAddress));
    return connected != null ? connected : receiver(net, port, peerPort, peerAddress);
  }

  /** {@code udp4_lib_lookup2}: the socket that the port is bound to, of several the one that the flow is for. */
  public Sock receiver(Net net, int port, int peerPort, int peerAddress) {
    Sock bound = lookup(net, port);
    return bound == null || bound.reuseportGroup() == null ? bound
        : bound.reuseportGroup().select(flowHash(key(port, peerPort, peerAddress)), peerPort, peerAddress);
  }

  /** {@code inet_ehashfn}: the bits of a flow's addresses, mixed with the secret. */
  private int flowHash(long key) {
    long mixed = (key ^ secret) * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ mixed >>> 29) * 0xbf58476d1ce4e5b9L;
    return (int) (mixed >>> Integer.SIZE);
  }

  private int ephemeralPort(Sock sock) {
    for (int tried = FIRST_EPHEMERAL_PORT; tried <= LAST_EPHEMERAL_PORT; tried += 2) {
      int port = nextEphemeralPort;
      nextEphemeralPort += 2;
      if (nextEphemeralPort > LAST_EPHEMERAL_PORT) {
        nextEphemeralPort = FIRST_EPHEMERAL_PORT;
      }
      long key = key(port, sock.peerPort(), sock.peerAddress());
      if (get(sock.net(), key) == null && lookup(sock.net(), port) == null) {
        return port;
      }
    }
    return 0;
  }

  private Sock get(Net net, long key) {
    return socks[slotOf(net, key)];
  }

  private void put(long key, Sock sock) {
    if (size * 2 >= socks.length) {
      grow();
    }
    int slot = slotOf(sock.net(), key);
    keys[slot] = key;
    socks[slot] = sock;
    size++;
  }

  private void remove(long key, Sock sock) {
    int slot = slotOf(sock.net(), key);
    if (socks[slot] != sock) {
      return;
    }
    socks[slot] = null;
    size--;
    closeGap(slot);
  }

  /** Moves the entries after a gap into it that would not be found behind it. */
  private void closeGap(int emptied) {
    int mask = socks.length - 1;
    int gap = emptied;
    for (int slot = gap + 1 & mask; socks[slot] != null; slot = slot + 1 & mask) {
      int home = home(socks[slot].net(), keys[slot]);
      if ((slot - home & mask) >= (slot - gap & mask)) {
        keys[gap] = keys[slot];
        socks[gap] = socks[slot];
        socks[slot] = null;
        gap = slot;
      }
    }
  }

  private void grow() {
    long[] oldKeys = keys;
    Sock[] oldSocks = socks;
    keys = new long[oldKeys.length * 2];
    socks = new Sock[oldSocks.length * 2];
    for (int i = 0; i < oldSocks.length; i++) {
      if (oldSocks[i] != null) {
        int slot = slotOf(oldSocks[i].net(), oldKeys[i]);
        keys[slot] = oldKeys[i];
        socks[slot] = oldSocks[i];
      }
    }
  }

  /** Where a key of a namespace stands, or the empty slot where it would. */
  private int slotOf(Net net, long key) {
    int mask = socks.length - 1;
    int slot = home(net, key);
    while (socks[slot] != null && (keys[slot] != key || socks[slot].net() != net)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** {@code inet_ehashfn} with {@code net_hash_mix}. */
  private int home(Net net, long key) {
    int hash = ((int) (key ^ key >>> Integer.SIZE) + net.id()) * 0x9e3779b9;
    return (hash ^ hash >>> 15) & socks.length - 1;
  }

  private static long key(int port, int peerPort, int peerAddress) {
    return (long) peerAddress << Integer.SIZE | Integer.toUnsignedLong(port << 16 | peerPort);
  }
}
