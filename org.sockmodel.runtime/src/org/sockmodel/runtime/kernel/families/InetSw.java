package org.sockmodel.runtime.kernel.families;

import static org.sockmodel.runtime.uapi.Errno.EINVAL;
import static org.sockmodel.runtime.uapi.Errno.EPERM;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A family's lists of {@link InetProtosw}, one for each type: {@code inetsw} ({@code net/ipv4/af_inet.c}) and
 * {@code inetsw6} ({@code net/ipv6/af_inet6.c}). Registration is rare; a look-up walks a short list.
 */
public final class InetSw {

  private final List<List<InetProtosw>> lists = new ArrayList<>();

  public InetSw() {
    for (int type = 0; type < SocketLayer.SOCK_MAX; type++) {
      lists.add(new ArrayList<>());
    }
  }

  /**
   * {@code inet_register_protosw}: puts the entry after the last permanent one, before all others of its type, so that
   * it overrides those of its protocol that are not permanent until it goes.
   *
   * @return 0; -EINVAL if there is no such type; -EPERM if a permanent entry has the protocol
   */
  public int register(InetProtosw entry) {
    if (entry.type() < 0 || entry.type() >= SocketLayer.SOCK_MAX) {
      return -EINVAL;
    }
    List<InetProtosw> list = lists.get(entry.type());
    int place = 0;
    while (place < list.size() && list.get(place).permanent()) {
      if (list.get(place).protocol() == entry.protocol()) {
        return -EPERM;
      }
      place++;
    }
    list.add(place, entry);
    return 0;
  }

  /** Puts the entry last, as families do whose pairs are an array or a switch of their own. */
  public void append(InetProtosw entry) {
    lists.get(entry.type()).add(entry);
  }

  /**
   * {@code inet_unregister_protosw}: takes an entry out, so that those it overrode are found again.
   *
   * @return 0; -EPERM, and nothing is done, if the entry is permanent
   */
  public int unregister(InetProtosw entry) {
    if (entry.permanent()) {
      return -EPERM;
    }
    lists.get(entry.type()).remove(entry);
    return 0;
  }

  /** The entries of a type in the order in which they are looked through. */
  public List<InetProtosw> entries(int type) {
    return Collections.unmodifiableList(lists.get(type));
  }

  /** How many entries a type has; with {@link #entry} for loops that allocate nothing. */
  public int size(int type) {
    return lists.get(type).size();
  }

  public InetProtosw entry(int type, int index) {
    return lists.get(type).get(index);
  }

  /** The first entry of any type that has the protocol; null if none has. */
  public InetProtosw withProtocol(int protocol) {
    for (int type = 0; type < SocketLayer.SOCK_MAX; type++) {
      for (int i = 0; i < size(type); i++) {
        if (entry(type, i).protocol() == protocol) {
          return entry(type, i);
        }
      }
    }
    return null;
  }
}
