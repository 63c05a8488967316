package org.sockmodel.runtime.analysis.state;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a system call means to somebody who waits for messages. */
public enum CallKind {
  /** The task is in no system call, or nobody knows. */
  NONE,
  /** A call that can only receive from a socket. */
  RECEIVE("recvfrom", "recvmsg", "recv"),
  /** A call that can only receive from a socket, and returns how many messages it got. */
  RECEIVE_MANY("recvmmsg", "recvmmsg_time32", "recvmmsg_time64"),
  /** A call that reads from any file; whether it is a socket, other events must show. */
  READ("read", "readv", "preadv2", "splice"),
  /** A call that waits until one of several files is ready. */
  WAIT("poll", "ppoll", "select", "pselect6", "epoll_wait", "epoll_pwait", "epoll_pwait2"),
  /** A call that submits requests to io_uring, of any kind, and waits for some of them. */
  URING("io_uring_enter"),
  /** A call that waits for a connection. */
  ACCEPT("accept", "accept4"),
  /** Any other call. */
  OTHER;

  private static final Map<String, CallKind> BY_SYMBOL = Stream.of(values())
      .flatMap(kind -> kind.symbols.stream().map(symbol -> Map.entry(symbol, kind)))
      .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final List<String> symbols;

  CallKind(String... symbols) {
    this.symbols = List.of(symbols);
  }

  /** The kind of the system call with this name, as in {@code man 2}. */
  public static CallKind of(String symbol) {
    return BY_SYMBOL.getOrDefault(symbol, OTHER);
  }

  /** The names of all calls that read, wait for what is to be read, or accept. */
  public static Set<String> symbols() {
    return BY_SYMBOL.keySet();
  }

  /** Whether such a call may return a message. */
  public boolean reads() {
    return this == RECEIVE || this == READ || this == RECEIVE_MANY;
  }

  /** Whether such a call is on a socket, whatever other events show. */
  public boolean receives() {
    return this == RECEIVE || this == RECEIVE_MANY;
  }
}
