package org.sockmodel.runtime.kernel.epoll;

import java.util.HashMap;
import java.util.Map;
import org.sockmodel.runtime.kernel.sock.BusyPoller;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.wait.WaitQueueHead;

/**
 * An epoll instance: {@code struct eventpoll}, {@code fs/eventpoll.c}. Its ready list is a queue; an item is in it at
 * most once. Items that become ready while others are reported stand behind them, as those of {@code ovflist} do.
 */
public final class EventPoll implements BusyPoller {

  private final Map<Sock, EpItem> items = new HashMap<>();
  private final WaitQueueHead wait = new WaitQueueHead();
  private EpItem firstReady;
  private EpItem lastReady;
  private int readyCount;
  private final long systemBusyPollNs;
  private int napiId;
  private long busyPollNs;
  private int busyPollBudgetPackets;
  private boolean prefersBusyPoll;

  /**
   * A new instance.
   *
   * @param systemBusyPollNs {@code net.core.busy_poll}, in ns, which counts until the instance is told otherwise
   */
  public EventPoll(long systemBusyPollNs) {
    this.systemBusyPollNs = systemBusyPollNs;
  }

  /**
   * {@code EPIOCSPARAMS}: {@code struct epoll_params}, {@code include/uapi/linux/eventpoll.h}.
   *
   * @param budgetPackets 0 for the usual
   */
  public void busyPoll(long ns, int budgetPackets, boolean prefers) {
    busyPollNs = ns;
    busyPollBudgetPackets = budgetPackets;
    prefersBusyPoll = prefers;
  }

  /** {@code ep_set_busy_poll_napi_id}: a socket with events says what is to be polled. */
  void markNapiId(Sock sock) {
    if (isBusyPolling() && sock.napiId() != 0) {
      napiId = sock.napiId();
    }
  }

  /** Polling has found nothing: it does not begin again before a socket has events. */
  void dropNapiId() {
    napiId = 0;
  }

  @Override
  public int napiId() {
    return napiId;
  }

  @Override
  public long busyPollNs() {
    return busyPollNs > 0 ? busyPollNs : systemBusyPollNs;
  }

  @Override
  public int busyPollBudgetPackets() {
    return busyPollBudgetPackets == 0 ? Sock.BUSY_POLL_BUDGET_PACKETS : busyPollBudgetPackets;
  }

  @Override
  public boolean prefersBusyPoll() {
    return prefersBusyPoll;
  }

  @Override
  public boolean isBusyPolling() {
    return busyPollNs() > 0 || prefersBusyPoll;
  }

  @Override
  public boolean hasEvents() {
    return hasReady();
  }

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
    markNapiId(sock);
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
