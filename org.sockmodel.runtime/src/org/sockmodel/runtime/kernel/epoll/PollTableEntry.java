package org.sockmodel.runtime.kernel.epoll;

import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;

/** One socket that a task polls: {@code struct poll_table_entry}, {@code include/linux/poll.h}. Can be used again. */
final class PollTableEntry extends WaitQueueEntry {

  final PollWqueues wqueues;
  Sock sock;
  int events;

  PollTableEntry(PollWqueues wqueues) {
    super(wqueues.task());
    this.wqueues = wqueues;
  }
}
