package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.sock.Sock;

/** IPv4 address and port in one number, 0 for none: {@code struct sockaddr_in}, {@code include/uapi/linux/in.h}. */
public final class SockAddr {

  private static final int ADDRESS_SHIFT = 16;
  private static final int PORT_MASK = 0xffff;

  private SockAddr() {
  }

  public static long of(int address, int port) {
    return Integer.toUnsignedLong(address) << ADDRESS_SHIFT | port;
  }

  /** Whom a socket is connected to. */
  static long peer(Sock sock) {
    return of(sock.peerAddress(), sock.peerPort());
  }

  public static int address(long sockAddr) {
    return (int) (sockAddr >>> ADDRESS_SHIFT);
  }

  public static int port(long sockAddr) {
    return (int) (sockAddr & PORT_MASK);
  }
}
