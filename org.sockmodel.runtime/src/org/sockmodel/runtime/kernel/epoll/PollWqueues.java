package org.sockmodel.runtime.kernel.epoll;

import java.util.Arrays;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.uapi.PollEvent;

/**
 * The sockets of one {@code poll(2)} or {@code select(2)}: {@code struct poll_wqueues}, {@code include/linux/poll.h}. A
 * task uses one again and again; it allocates only for more sockets than ever before.
 */
public final class PollWqueues {

  private final Task task;
  private PollTableEntry[] entries = new PollTableEntry[1];
  private int count;
  boolean triggered;
  final PollBusyLoop.State busyLoop = new PollBusyLoop.State();

  public PollWqueues(Task task) {
    this.task = task;
  }

  Task task() {
    return task;
  }

  /** {@code poll_initwait}: begins a new list. */
  public void begin() {
    count = 0;
    triggered = false;
  }

  /**
   * Adds a socket to the list.
   *
   * @param events what to wait for; errors and a hang-up always count
   */
  public void add(Sock sock, int events) {
    if (count == entries.length) {
      entries = Arrays.copyOf(entries, count * 2);
    }
    PollTableEntry entry = entries[count];
    if (entry == null) {
      entry = new PollTableEntry(this);
      entries[count] = entry;
    }
    entry.sock = sock;
    entry.events = events | PollEvent.POLLERR | PollEvent.POLLHUP;
    count++;
  }

  int count() {
    return count;
  }

  PollTableEntry entry(int index) {
    return entries[index];
  }
}
