package org.sockmodel.runtime.kernel.unix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.uapi.Errno;

/** The names that AF_UNIX sockets are bound to, each with a small number so that a send need not look at the text. */
public final class UnixTable {

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<UnixSock> sockets = new ArrayList<>(List.of(new UnixSock(0, 0, 0)));

  /** The number of a path, from 1; the same for every use of the path. */
  public int id(String path) {
    return ids.computeIfAbsent(path, unknown -> {
      sockets.add(null);
      return sockets.size() - 1;
    });
  }

  /** {@code unix_bind_bsd}: false if another socket has the path; what a closed one left there is removed before. */
  public boolean bind(UnixSock sock, String path) {
    int id = id(path);
    if (sockets.get(id) != null && !sockets.get(id).isDead()) {
      return false;
    }
    sockets.set(id, sock);
    return true;
  }

  /** Whether the socket has a name. */
  public boolean isBound(UnixSock sock) {
    return sockets.contains(sock);
  }

  /** {@code unix_find_other}: the socket that is or was bound to a path, or null if the path was never bound. */
  UnixSock lookup(int id) {
    return sockets.get(id);
  }

  /**
   * {@code unix_find_other} for a socket that connects: 0, or minus the errno that says why it cannot.
   *
   * @param type of the socket that connects
   */
  int refusal(int id, int type) {
    UnixSock other = lookup(id);
    if (other == null) {
      return -Errno.ENOENT;
    }
    if (other.isDead()) {
      return -Errno.ECONNREFUSED;
    }
    return other.type() == type ? 0 : -Errno.EPROTOTYPE;
  }
}
