package org.sockmodel.runtime.analysis.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a system call means to somebody who waits for messages. */
public enum CallKind {
  /** The task is in no system call, or nobody knows. */
  NONE,
  /** A call that can only receive from a socket. */
  RECEIVE,
  /** A call that reads from any file; whether it is a socket, other events must show. */
  READ,
  /** A call that waits until one of several files is ready. */
  WAIT,
  /** A call that waits for a connection. */
  ACCEPT,
  /** Any other call. */
  OTHER;

  private static final Map<String, CallKind> KINDS = kinds();

  /** The kind of the system call with this name. */
  static CallKind of(String symbol) {
    return KINDS.getOrDefault(symbol, OTHER);
  }

  /** The names of all calls that read, wait for what is to be read, or accept. */
  public static Set<String> symbols() {
    return KINDS.keySet();
  }

  private static Map<String, CallKind> kinds() {
    Map<String, CallKind> kinds = new HashMap<>();
    for (String symbol : new String[] {"recvfrom", "recvmsg", "recvmmsg", "recv", "recvmmsg_time32",
        "recvmmsg_time64"}) {
      kinds.put(symbol, RECEIVE);
    }
    for (String symbol : new String[] {"read", "readv", "splice"}) {
      kinds.put(symbol, READ);
    }
    for (String symbol : new String[] {"poll", "ppoll", "select", "pselect6", "epoll_wait", "epoll_pwait",
        "epoll_pwait2"}) {
      kinds.put(symbol, WAIT);
    }
    for (String symbol : new String[] {"accept", "accept4"}) {
      kinds.put(symbol, ACCEPT);
    }
    return Map.copyOf(kinds);
  }
}
