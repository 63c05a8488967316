package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.pipe.Pipe;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.uapi.FileFlag;

/**
 * A descriptor: its number, what is behind it, the file's status flags, and how many calls use the file, which a
 * {@code close} in the meantime leaves to them ({@code f_count}).
 *
 * <p>Caveat: of the calls that wait for several files, none holds them.
 */
final class Descriptor {

  private final int fd;
  private final Object file;
  private int fileFlags;
  private int calls;
  private boolean closed;
  private boolean readToEnd;

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
  void fileFlags(int flags) {
    fileFlags = flags;
  }

  /** {@code fdget}: a call begins to use the file. */
  void beginCall() {
    calls++;
  }

  /** {@code fput}: a call ends; whether the file is to be released now. */
  boolean endCall() {
    return --calls == 0 && closed;
  }

  /** Nobody finds the file any more; whether it is to be released now. */
  boolean close() {
    closed = true;
    return calls == 0;
  }

  /** Whether nothing more comes out of the file than it holds already. */
  boolean hasEnded() {
    return file instanceof Sock sock ? (sock.shutdown() & Sock.RCV_SHUTDOWN) != 0
        : file instanceof Pipe.End end && !end.pipe().hasWriter();
  }

  /** A call has found that nothing more comes. */
  void readToEnd() {
    readToEnd = true;
  }

  boolean isReadToEnd() {
    return readToEnd;
  }

  boolean isNonblocking() {
    return (fileFlags & FileFlag.O_NONBLOCK) != 0;
  }
}
