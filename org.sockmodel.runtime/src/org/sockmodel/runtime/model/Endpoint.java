package org.sockmodel.runtime.model;

/**
 * Where a socket is bound, connected or sent to.
 *
 * @param network name of the network namespace, or of the machine for the one it boots with; empty for 127.0.0.1
 * @param port port of AF_INET and AF_INET6, 0 for AF_UNIX
 * @param path path of AF_UNIX, empty for the others
 */
public record Endpoint(String network, int port, String path) {

  /** A port of the sender's own machine, at 127.0.0.1. */
  public static Endpoint port(int port) {
    return new Endpoint("", port, "");
  }

  /** A port of a network namespace, at the address that the sender reaches. */
  public static Endpoint port(String network, int port) {
    return new Endpoint(network, port, "");
  }

  /** A path of AF_UNIX. */
  public static Endpoint path(String path) {
    return new Endpoint("", 0, path);
  }
}
