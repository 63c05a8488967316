package org.sockmodel.runtime.kernel.epoll;

import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.uapi.PollEvent;

/**
 * A socket that an epoll instance watches: {@code struct epitem} with its {@code struct eppoll_entry}, {@code
 * fs/eventpoll.c}; as a wait queue entry it stands in the socket's queue.
 */
final class EpItem extends WaitQueueEntry {

  /** {@code EP_PRIVATE_BITS}: what is no event but says how to watch. */
  static final int PRIVATE_BITS = PollEvent.EPOLLONESHOT | PollEvent.EPOLLET | PollEvent.EPOLLEXCLUSIVE | 1 << 29;

  final EventPoll epoll;
  final Sock sock;
  int events;
  boolean ready;
  EpItem next;

  EpItem(EventPoll epoll, Sock sock) {
    super(null);
    this.epoll = epoll;
    this.sock = sock;
  }

  /**
   * @param newEvents see {@link PollEvent}; errors and a hang-up always count
   */
  void watch(int newEvents) {
    events = newEvents | PollEvent.EPOLLERR | PollEvent.EPOLLHUP;
  }

  boolean is(int bit) {
    return (events & bit) != 0;
  }

  /** Whether it reports nothing until it is changed, as after an event with {@code EPOLLONESHOT}. */
  boolean isDisabled() {
    return (events & ~PRIVATE_BITS) == 0;
  }

  /** The events that it watches and that are true of the socket now. */
  int pollMask() {
    return sock.pollMask() & events;
  }
}
