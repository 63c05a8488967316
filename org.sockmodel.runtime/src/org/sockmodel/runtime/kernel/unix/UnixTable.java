package org.sockmodel.runtime.kernel.unix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names that AF_UNIX sockets are bound to, each with a small number so that a send need not look at the text. */
public final class UnixTable {

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<UnixSock> sockets = new ArrayList<>(List.of(new UnixSock(0, 0)));

  /** The number of a path, from 1; the same for every use of the path. */
  public int id(String path) {
    return ids.computeIfAbsent(path, unknown -> {
      sockets.add(null);
      return sockets.size() - 1;
    });
  }

  /** {@code unix_bind_bsd}: false if another socket has the path. */
  public boolean bind(UnixSock sock, String path) {
    int id = id(path);
    if (sockets.get(id) != null) {
      return false;
    }
    sockets.set(id, sock);
    return true;
  }

  /** {@code unix_remove_socket}: nobody is found at the socket's path any more. */
  void unbind(UnixSock sock) {
    int id = sockets.indexOf(sock);
    if (id > 0) {
      sockets.set(id, null);
    }
  }

  /** {@code unix_find_other}: the socket that is bound to a path, or null. */
  UnixSock lookup(int id) {
    return sockets.get(id);
  }
}
