package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.uapi.Errno;

/** How a sleep in a socket call ends that a signal interrupts ({@code include/net/sock.h}). */
public final class Sleeps {

  /**
   * {@code ERESTARTSYS}, {@code include/linux/errno.h}: the call is to be made again if the signal's handler was
   * installed with {@code SA_RESTART}; user space sees {@code EINTR} otherwise.
   */
  public static final int ERESTARTSYS = 512;

  private Sleeps() {
  }

  /** {@code sock_intr_errno}: only a sleep without a timeout can be begun again. */
  public static long interruptedErrno(long timeoutJiffies) {
    return timeoutJiffies == Sock.NO_TIMEOUT ? -ERESTARTSYS : -Errno.EINTR;
  }
}
