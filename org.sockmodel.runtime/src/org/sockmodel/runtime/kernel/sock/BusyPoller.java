package org.sockmodel.runtime.kernel.sock;

/** Who polls a card's queue instead of sleeping: the reader of a {@link Sock}, or of an epoll instance. */
public interface BusyPoller {

  /** What packets came from last, and so is polled; 0 for nothing. */
  int napiId();

  /** How long it polls at most, in ns. */
  long busyPollNs();

  /** The most packets of one poll. */
  int busyPollBudgetPackets();

  /** Whether interrupts stay off while it polls again and again. */
  boolean prefersBusyPoll();

  /** Whether it polls at all. */
  boolean isBusyPolling();

  /** Whether it has what it polls for. */
  boolean hasEvents();
}
