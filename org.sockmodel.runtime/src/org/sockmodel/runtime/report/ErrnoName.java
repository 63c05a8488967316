package org.sockmodel.runtime.report;

/** Names of the errors that receive calls return, as in {@code errno.h} and {@code include/linux/errno.h}. */
public final class ErrnoName {

  private ErrnoName() {
  }

  public static String name(int errno) {
    return switch (errno) {
      case 4 -> "EINTR";
      case 9 -> "EBADF";
      case 11 -> "EAGAIN";
      case 12 -> "ENOMEM";
      case 14 -> "EFAULT";
      case 22 -> "EINVAL";
      case 88 -> "ENOTSOCK";
      case 95 -> "EOPNOTSUPP";
      case 104 -> "ECONNRESET";
      case 107 -> "ENOTCONN";
      case 110 -> "ETIMEDOUT";
      case 111 -> "ECONNREFUSED";
      case 512 -> "ERESTARTSYS";
      default -> "errno " + errno;
    };
  }
}
