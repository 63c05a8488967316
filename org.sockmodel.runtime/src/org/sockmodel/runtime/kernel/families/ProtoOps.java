package org.sockmodel.runtime.kernel.families;

/**
 * A socket's functions for its system calls: {@code struct proto_ops} ({@code include/linux/net.h}), as far as creation
 * and its clean-up call them.
 *
 * @param symbol C symbol
 * @param release its {@code release}
 * @param socketpair its {@code socketpair}, {@link #NO_SOCKETPAIR} if it only fails
 */
public record ProtoOps(String symbol, String release, String socketpair) {

  /** The function of those that have no pairs. */
  public static final String NO_SOCKETPAIR = "sock_no_socketpair";

  public boolean hasSocketpair() {
    return !socketpair.equals(NO_SOCKETPAIR);
  }
}
