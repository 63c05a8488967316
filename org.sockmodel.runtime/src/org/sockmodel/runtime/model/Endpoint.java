package org.sockmodel.runtime.model;

/**
 * Where a socket is bound, connected or sent to.
 *
 * @param machine name of the machine, empty for the one the thread runs on (the loopback device then carries it)
 * @param port port of AF_INET and AF_INET6, 0 for AF_UNIX
 * @param path path of AF_UNIX, empty for the others
 */
public record Endpoint(String machine, int port, String path) {

  public static Endpoint port(int port) {
    return new Endpoint("", port, "");
  }

  public static Endpoint port(String machine, int port) {
    return new Endpoint(machine, port, "");
  }

  public static Endpoint path(String path) {
    return new Endpoint("", 0, path);
  }
}
