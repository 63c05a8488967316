package org.sockmodel.runtime.workload;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.sockmodel.runtime.kernel.epoll.EventPoll;
import org.sockmodel.runtime.kernel.signal.TaskSignals;
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
  private final Map<String, Epoll> epolls = new HashMap<>();
  private final Map<String, TaskSignals> threads = new HashMap<>();
  private final BitSet used = new BitSet();

  /**
   * {@code get_unused_fd_flags} and {@code fd_install}.
   *
   * @param type the socket's type, whose SOCK_NONBLOCK is the file's O_NONBLOCK
   */
  int open(String variable, int type, Sock sock) {
    int fd = reserve();
    install(variable, fd, type, sock);
    return fd;
  }

  /** {@code get_unused_fd_flags}: the lowest number that is free. */
  int reserve() {
    int fd = used.nextClearBit(FIRST_FD);
    used.set(fd);
    return fd;
  }

  /** {@code put_unused_fd}. */
  void release(int fd) {
    used.clear(fd);
  }

  /** {@code fd_install}. */
  void install(String variable, int fd, int type, Sock sock) {
    byVariable.put(variable, new Descriptor(fd, sock, type & FileFlag.O_NONBLOCK));
  }

  /** {@code close_fd}: the descriptor that was in the variable, or null. */
  Descriptor close(String variable) {
    Descriptor closed = byVariable.remove(variable);
    if (closed != null) {
      used.clear(closed.fd());
    }
    return closed;
  }

  /** Names a thread of the process. */
  void thread(String name, TaskSignals signals) {
    threads.put(name, signals);
  }

  /** The thread of this name, or null. */
  TaskSignals thread(String name) {
    return threads.get(name);
  }

  /** The descriptor of an epoll instance. */
  record Epoll(int fd, EventPoll epoll) {
  }

  /** Opens a descriptor for an epoll instance. */
  int openEpoll(String variable, EventPoll epoll) {
    int fd = reserve();
    epolls.put(variable, new Epoll(fd, epoll));
    return fd;
  }

  /** The epoll instance in a variable, or null if there is none. */
  Epoll epoll(String variable) {
    return epolls.get(variable);
  }

  /** The descriptor in a variable, or null if it was never opened. */
  Descriptor of(String variable) {
    return byVariable.get(variable);
  }
}
