package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.sock.Sock;

/**
 * Which socket a pair of ports belongs to, for one protocol: {@code struct inet_hashinfo} or {@code udp_table}. A hash
 * table with linear probing over the two ports in one int; all operations O(1), allocates only to grow.
 *
 * <p>A socket that no peer is connected to stands under the peer port 0. All addresses are this machine's own, so the
 * ports alone tell the connections apart.
 */
public final class PortTable {

  /** {@code net.ipv4.ip_local_port_range}. */
  private static final int FIRST_EPHEMERAL_PORT = 32_768;
  private static final int LAST_EPHEMERAL_PORT = 60_999;

  private int[] keys = new int[64];
  private Sock[] socks = new Sock[64];
  private int size;
  private int nextEphemeralPort = FIRST_EPHEMERAL_PORT;

  /** {@code sk_prot->get_port}: false if another socket has the port. */
  public boolean bind(Sock sock, int port) {
    if (lookup(port) != null) {
      return false;
    }
    put(key(port, 0), sock);
    sock.port(port);
    return true;
  }

  /** Binds a socket to a port that is free; false if none is. */
  public boolean bindEphemeral(Sock sock) {
    int port = ephemeralPort(0);
    return port != 0 && bind(sock, port);
  }

  /** {@code inet_hash_connect}: gives the socket a port of its own, unless it has one; false if none is free. */
  public boolean connect(Sock sock, int peerPort) {
    sock.peerPort(peerPort);
    if (sock.port() == 0) {
      sock.port(ephemeralPort(peerPort));
    }
    return sock.port() != 0 && establish(sock);
  }

  /** {@code inet_ehash_insert}: what comes from the socket's peer is for this socket; false if another has the pair. */
  public boolean establish(Sock sock) {
    int key = key(sock.port(), sock.peerPort());
    if (get(key) != null) {
      return false;
    }
    put(key, sock);
    return true;
  }

  /** {@code inet_unhash}: the socket is found no longer, and its ports are free. */
  public void remove(Sock sock) {
    remove(key(sock.port(), sock.peerPort()), sock);
    remove(key(sock.port(), 0), sock);
  }

  /** The socket that the port is bound to, or null. */
  public Sock lookup(int port) {
    return get(key(port, 0));
  }

  /** The socket of a connection, or else the one that the port is bound to, or null. */
  public Sock lookup(int port, int peerPort) {
    Sock connected = get(key(port, peerPort));
    return connected != null ? connected : lookup(port);
  }

  private int ephemeralPort(int peerPort) {
    for (int tried = FIRST_EPHEMERAL_PORT; tried <= LAST_EPHEMERAL_PORT; tried += 2) {
      int port = nextEphemeralPort;
      nextEphemeralPort += 2;
      if (nextEphemeralPort > LAST_EPHEMERAL_PORT) {
        nextEphemeralPort = FIRST_EPHEMERAL_PORT;
      }
      if (get(key(port, peerPort)) == null && lookup(port) == null) {
        return port;
      }
    }
    return 0;
  }

  private Sock get(int key) {
    return socks[slotOf(key)];
  }

  private void put(int key, Sock sock) {
    if (size * 2 >= socks.length) {
      grow();
    }
    int slot = slotOf(key);
    keys[slot] = key;
    socks[slot] = sock;
    size++;
  }

  private void remove(int key, Sock sock) {
    int slot = slotOf(key);
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
      int home = home(keys[slot]);
      if ((slot - home & mask) >= (slot - gap & mask)) {
        keys[gap] = keys[slot];
        socks[gap] = socks[slot];
        socks[slot] = null;
        gap = slot;
      }
    }
  }

  private void grow() {
    int[] oldKeys = keys;
    Sock[] oldSocks = socks;
    keys = new int[oldKeys.length * 2];
    socks = new Sock[oldSocks.length * 2];
    for (int i = 0; i < oldSocks.length; i++) {
      if (oldSocks[i] != null) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        socks[slot] = oldSocks[i];
      }
    }
  }

  /** Where a key stands, or the empty slot where it would. */
  private int slotOf(int key) {
    int mask = socks.length - 1;
    int slot = home(key);
    while (socks[slot] != null && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private int home(int key) {
    int hash = key * 0x9e3779b9;
    return (hash ^ hash >>> 15) & socks.length - 1;
  }

  private static int key(int port, int peerPort) {
    return port << 16 | peerPort;
  }
}
