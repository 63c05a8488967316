package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.sock.Sock;

/** Which socket a port belongs to, for one protocol: {@code udp_table} or {@code inet_hashinfo}. Lookup O(1). */
public final class PortTable {

  private static final int PORTS = 1 << 16;

  private final Sock[] byPort = new Sock[PORTS];

  /** {@code sk_prot->get_port}: false if another socket has the port. */
  public boolean bind(Sock sock, int port) {
    if (byPort[port] != null) {
      return false;
    }
    byPort[port] = sock;
    sock.port(port);
    return true;
  }

  public void unbind(Sock sock) {
    if (byPort[sock.port()] == sock) {
      byPort[sock.port()] = null;
    }
  }

  /** The socket of a port, or null. */
  public Sock lookup(int port) {
    return byPort[port];
  }
}
