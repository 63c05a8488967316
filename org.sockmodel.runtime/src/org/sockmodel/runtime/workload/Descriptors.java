package org.sockmodel.runtime.workload;

import java.util.HashMap;
import java.util.Map;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.model.FileFlag;

/** A process's open sockets by the variable that holds the descriptor. */
final class Descriptors {

  /** The first descriptor after standard input, output and error. */
  private static final int FIRST_FD = 3;

  /** A descriptor: its number, the socket behind it, and the file's status flags. */
  static final class Descriptor {

    private final int fd;
    private final Sock sock;
    private int fileFlags;

    Descriptor(int fd, Sock sock, int fileFlags) {
      this.fd = fd;
      this.sock = sock;
      this.fileFlags = fileFlags;
    }

    int fd() {
      return fd;
    }

    Sock sock() {
      return sock;
    }

    /** {@code f_flags}: see {@link FileFlag}. */
    int fileFlags() {
      return fileFlags;
    }

    void fileFlags(int flags) {
      fileFlags = flags;
    }

    boolean isNonblocking() {
      return (fileFlags & FileFlag.O_NONBLOCK) != 0;
    }
  }

  private final Map<String, Descriptor> byVariable = new HashMap<>();
  private int nextFd = FIRST_FD;

  /**
   * {@code get_unused_fd_flags} and {@code fd_install}.
   *
   * @param type the socket's type, whose SOCK_NONBLOCK is the file's O_NONBLOCK
   */
  int open(String variable, int type, Sock sock) {
    int fd = nextFd++;
    byVariable.put(variable, new Descriptor(fd, sock, type & FileFlag.O_NONBLOCK));
    return fd;
  }

  /** The descriptor in a variable, or null if it was never opened. */
  Descriptor of(String variable) {
    return byVariable.get(variable);
  }
}
