package org.sockmodel.runtime.workload;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.kernel.epoll.EventPoll;
import org.sockmodel.runtime.kernel.pipe.Pipe;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.uapi.FileFlag;

/** A process's open files by the variable that holds the descriptor. */
final class Descriptors {

  /** The first descriptor after standard input, output and error. */
  private static final int FIRST_FD = 3;

  private final Map<String, Descriptor> byVariable = new HashMap<>();
  private final List<Descriptor> byNumber = new ArrayList<>();
  private final BitSet used = new BitSet();

  /** The variable that was asked for last, and what was in it: a loop asks for the same one again and again. */
  private String lastVariable;
  private Descriptor last;

  /**
   * {@code get_unused_fd_flags} and {@code fd_install}.
   *
   * @param type the socket's type, whose SOCK_NONBLOCK is the file's O_NONBLOCK; 0 for other files
   */
  int open(String variable, int type, Object file) {
    int fd = reserve();
    install(variable, fd, type, file);
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
  void install(String variable, int fd, int type, Object file) {
    Descriptor installed = new Descriptor(fd, file, type & FileFlag.O_NONBLOCK);
    byVariable.put(variable, installed);
    lastVariable = null;
    while (byNumber.size() <= fd) {
      byNumber.add(null);
    }
    byNumber.set(fd, installed);
  }

  /** {@code close_fd}: the descriptor that was in the variable, or null. */
  Descriptor close(String variable) {
    Descriptor closed = byVariable.remove(variable);
    lastVariable = null;
    if (closed != null) {
      used.clear(closed.fd());
      byNumber.set(closed.fd(), null);
    }
    return closed;
  }

  /** The descriptor of this number, or null if it is not open. */
  Descriptor at(int fd) {
    return fd >= 0 && fd < byNumber.size() ? byNumber.get(fd) : null;
  }

  /** The descriptor in a variable, or null if it is not open. */
  Descriptor file(String variable) {
    if (variable != lastVariable) {
      last = byVariable.get(variable);
      lastVariable = variable;
    }
    return last;
  }

  /** The descriptor of a socket in a variable, or null if there is none. */
  Descriptor of(String variable) {
    return of(variable, Sock.class);
  }

  /** The descriptor of an epoll instance in a variable, or null if there is none. */
  Descriptor epoll(String variable) {
    return of(variable, EventPoll.class);
  }

  /** The descriptor of one end of a pipe in a variable, or null if there is none. */
  Descriptor pipe(String variable) {
    return of(variable, Pipe.End.class);
  }

  /** Whether the file in a variable has been read to its end. */
  boolean isReadToEnd(String variable) {
    Descriptor descriptor = file(variable);
    return descriptor != null && descriptor.isReadToEnd();
  }

  private Descriptor of(String variable, Class<?> kind) {
    Descriptor descriptor = file(variable);
    return descriptor != null && kind.isInstance(descriptor.file()) ? descriptor : null;
  }
}
