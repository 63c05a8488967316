package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.model.FileFlag;

/** A descriptor: its number, what is behind it, and the file's status flags. */
final class Descriptor {

  private final int fd;
  private final Object file;
  private int fileFlags;

  /**
   * @param file {@code private_data} of the file, such as a {@link Sock}
   */
  Descriptor(int fd, Object file, int fileFlags) {
    this.fd = fd;
    this.file = file;
    this.fileFlags = fileFlags;
  }

  int fd() {
    return fd;
  }

  /** What is behind the descriptor. */
  Object file() {
    return file;
  }

  /** The socket behind the descriptor of one. */
  Sock sock() {
    return (Sock) file;
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
