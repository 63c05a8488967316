package org.sockmodel.runtime.workload;

import java.util.HashMap;
import java.util.Map;
import org.sockmodel.runtime.kernel.sock.Sock;

/** A process's open sockets by the variable that holds the descriptor. */
final class Descriptors {

  /** The first descriptor after standard input, output and error. */
  private static final int FIRST_FD = 3;

  /** A descriptor: its number, its type with flags, and the socket behind it. */
  record Descriptor(int fd, int type, Sock sock) {
  }

  private final Map<String, Descriptor> byVariable = new HashMap<>();
  private int nextFd = FIRST_FD;

  /** {@code get_unused_fd_flags} and {@code fd_install}. */
  int open(String variable, int type, Sock sock) {
    int fd = nextFd++;
    byVariable.put(variable, new Descriptor(fd, type, sock));
    return fd;
  }

  /** The descriptor in a variable, or null if it was never opened. */
  Descriptor of(String variable) {
    return byVariable.get(variable);
  }
}
