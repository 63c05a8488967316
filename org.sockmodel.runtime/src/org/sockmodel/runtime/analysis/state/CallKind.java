package org.sockmodel.runtime.analysis.state;

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

  /** The kind of the system call with this name. */
  static CallKind of(String symbol) {
    return switch (symbol) {
      case "recvfrom", "recvmsg", "recvmmsg", "recv", "recvmmsg_time32", "recvmmsg_time64" -> RECEIVE;
      case "read", "readv" -> READ;
      case "poll", "ppoll", "select", "pselect6", "epoll_wait", "epoll_pwait", "epoll_pwait2" -> WAIT;
      case "accept", "accept4" -> ACCEPT;
      default -> OTHER;
    };
  }
}
