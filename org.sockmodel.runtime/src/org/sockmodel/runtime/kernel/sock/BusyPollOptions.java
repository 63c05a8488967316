package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.SocketOption;

/** What {@code sk_setsockopt}, {@code net/core/sock.c}, makes of the options of busy polling. */
public final class BusyPollOptions {

  private static final long NS_PER_USEC = 1000;
  private static final long U16_MAX = 0xffff;

  private final boolean known;
  private final boolean preferKnown;

  /**
   * @param profile decides by its options {@code busy_poll} and {@code prefer_busy_poll}
   */
  public BusyPollOptions(PathProfile profile) {
    known = profile.has("busy_poll");
    preferKnown = profile.has("prefer_busy_poll");
  }

  /**
   * Sets an option; any other than these is left alone.
   *
   * @param netAdmin whether the caller has {@code CAP_NET_ADMIN}
   * @return 0, or minus an errno
   */
  public int set(Sock sock, SocketOption option, long value, boolean netAdmin) {
    return switch (option) {
      case SO_BUSY_POLL -> busyPoll(sock, value / NS_PER_USEC * NS_PER_USEC);
      case SO_PREFER_BUSY_POLL -> prefer(sock, value != 0, netAdmin);
      case SO_BUSY_POLL_BUDGET -> budget(sock, value, netAdmin);
      default -> 0;
    };
  }

  /** Since 5.11, anybody may ask for more than {@code net.core.busy_read}. */
  private int busyPoll(Sock sock, long ns) {
    if (!known) {
      return -Errno.ENOPROTOOPT;
    }
    sock.busyPollNs(ns);
    return 0;
  }

  private int prefer(Sock sock, boolean on, boolean netAdmin) {
    if (!preferKnown) {
      return -Errno.ENOPROTOOPT;
    }
    if (on && !netAdmin) {
      return -Errno.EPERM;
    }
    sock.prefersBusyPoll(on);
    return 0;
  }

  private int budget(Sock sock, long packets, boolean netAdmin) {
    if (!preferKnown) {
      return -Errno.ENOPROTOOPT;
    }
    if (packets > sock.busyPollBudgetPackets() && !netAdmin) {
      return -Errno.EPERM;
    }
    if (packets > U16_MAX) {
      return -Errno.EINVAL;
    }
    sock.busyPollBudgetPackets((int) packets);
    return 0;
  }
}
