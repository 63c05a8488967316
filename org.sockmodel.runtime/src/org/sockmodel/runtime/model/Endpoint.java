package org.sockmodel.runtime.model;

/**
 * Where a socket is bound, connected or sent to.
 *
 * @param network name of the network namespace, or of the machine for the one it boots with; empty for 127.0.0.1
 * @param port port of AF_INET and AF_INET6, 0 for AF_UNIX
 * @param path path of AF_UNIX, empty for the others
 */
public record Endpoint(String network, int port, String path) {

  public static Endpoint port(int port) {
    return new Endpoint("", port, "");
  }

  public static Endpoint port(String network, int port) {
    return new Endpoint(network, port, "");
  }

  public static Endpoint path(String path) {
    return new Endpoint("", 0, path);
  }
}
