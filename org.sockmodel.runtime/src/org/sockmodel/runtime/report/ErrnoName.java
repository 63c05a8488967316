package org.sockmodel.runtime.report;

import org.sockmodel.runtime.uapi.Errno;

/**
 * Names of the errors that calls return to the tracepoint of their end: errnos, and those that the kernel makes the
 * call again for, or an {@code EINTR} of, before the program sees them ({@code include/linux/errno.h}).
 */
public final class ErrnoName {

  private ErrnoName() {
  }

  public static String name(int errno) {
    return switch (errno) {
      case 512 -> "ERESTARTSYS";
      case 513 -> "ERESTARTNOINTR";
      case 514 -> "ERESTARTNOHAND";
      case 516 -> "ERESTART_RESTARTBLOCK";
      default -> Errno.name(errno);
    };
  }
}
