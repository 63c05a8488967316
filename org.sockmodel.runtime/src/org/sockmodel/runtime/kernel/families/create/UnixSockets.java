package org.sockmodel.runtime.kernel.families.create;

import org.sockmodel.runtime.kernel.families.Creation;
import org.sockmodel.runtime.kernel.families.CreationCheck;
import org.sockmodel.runtime.kernel.families.Socket;
import org.sockmodel.runtime.kernel.families.profile.KernelOption;

/** The count of AF_UNIX sockets and its bound of twice file_max: {@code unix_nr_socks} ({@code net/unix/af_unix.c}). */
final class UnixSockets implements CreateStep {

  private final KernelOption fileMax;
  private final int errno;
  private long sockets;

  UnixSockets(KernelOption fileMax, int errno) {
    this.fileMax = fileMax;
    this.errno = errno;
  }

  @Override
  public int run(Creation c, Socket socket) {
    boolean room = sockets / 2 < fileMax.value();
    int err = c.decide(CreationCheck.UNIX_SOCKETS, sockets + 1, room, errno, fileMax);
    if (err == 0) {
      sockets++;
    }
    return err;
  }

  @Override
  public void undo(Creation c, Socket socket) {
    sockets--;
  }
}
