package org.sockmodel.runtime.kernel.epoll;

import java.util.HashMap;
import java.util.Map;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.wait.WaitQueueHead;

/**
 * An epoll instance: {@code struct eventpoll}, {@code fs/eventpoll.c}. Its ready list is a queue; an item is in it at
 * most once. Items that become ready while others are reported stand behind them, as those of {@code ovflist} do.
 */
public final class EventPoll {

  private final Map<Sock, EpItem> items = new HashMap<>();
  private final WaitQueueHead wait = new WaitQueueHead();
  private EpItem firstReady;
  private EpItem lastReady;
  private int readyCount;

  /** {@code wq}: those in {@code epoll_wait(2)}. */
  WaitQueueHead sleepers() {
    return wait;
  }

  /** {@code ep_find}: the item of a socket, or null. */
  EpItem find(Sock sock) {
    return items.get(sock);
  }

  EpItem insert(Sock sock) {
    EpItem item = new EpItem(this, sock);
    items.put(sock, item);
    return item;
  }

  /** {@code ep_remove}. An item that is ready is reported no more, as it watches nothing. */
  void remove(EpItem item) {
    items.remove(item.sock);
    item.sock.sleepers().remove(item);
    item.events = 0;
  }

  /** {@code ep_events_available}. */
  boolean hasReady() {
    return firstReady != null;
  }

  /** Puts an item at the end of {@code rdllist}, unless it is in it. */
  void ready(EpItem item) {
    if (item.ready) {
      return;
    }
    item.ready = true;
    item.next = null;
    if (firstReady == null) {
      firstReady = item;
    } else {
      lastReady.next = item;
    }
    lastReady = item;
    readyCount++;
  }

  /** Takes the first item of {@code rdllist}, or null. */
  EpItem takeReady() {
    EpItem item = firstReady;
    if (item != null) {
      firstReady = item.next;
      item.next = null;
      item.ready = false;
      readyCount--;
    }
    return item;
  }

  /** How many items are ready. */
  int readyCount() {
    return readyCount;
  }
}
