package org.sockmodel.runtime.kernel.families.create;

import org.sockmodel.runtime.kernel.families.Creation;
import org.sockmodel.runtime.kernel.families.Socket;

/**
 * The look into {@code nl_table} ({@code net/netlink/af_netlink.c}), whose readers count themselves: the last one wakes
 * who waits to change the table, before a module is asked for and when the look is over.
 */
final class NetlinkTable implements CreateStep {

  private final CreateStep look;
  private final boolean bookmarks;

  /**
   * @param look finds the protocol, with its module if need be
   * @param bookmarks whether {@code __wake_up} walks a queue in parts, by {@code __wake_up_common_lock} (since 4.14)
   */
  NetlinkTable(CreateStep look, boolean bookmarks) {
    this.look = look;
    this.bookmarks = bookmarks;
  }

  @Override
  public int run(Creation c, Socket socket) {
    if (c.layer().modules().enabled() && socket.pf().inetsw().withProtocol(socket.protocol()) == null) {
      unlock(c);
    }
    int err = look.run(c, socket);
    unlock(c);
    return err;
  }

  /** {@code netlink_unlock_table}. */
  private void unlock(Creation c) {
    c.enter("__wake_up");
    if (bookmarks) {
      c.enter("__wake_up_common_lock");
      c.pass("__wake_up_common");
      c.leave(0);
    } else {
      c.pass("__wake_up_common");
    }
    c.leave(0);
  }
}
