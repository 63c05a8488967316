package org.sockmodel.runtime.history;

import org.sockmodel.runtime.trace.Names;

/** Everything that is kept of a trace. One thread records it, any other may read what has been recorded so far. */
public final class TraceHistory {

  private final Names names;
  private final EventLog events;
  private final RowTable rows = new RowTable();
  private final ArrowLog arrows = new ArrowLog();
  private final MessageLog messages = new MessageLog();
  private volatile long beginNs;
  private volatile long endNs;

  TraceHistory(Names names) {
    this.names = names;
    events = new EventLog(names);
  }

  void reach(long timeNs) {
    if (events.size() == 0) {
      beginNs = timeNs;
      endNs = timeNs;
    } else if (timeNs > endNs) {
      endNs = timeNs;
    }
  }

  /** The texts that ids refer to; ids that this history gave may be looked up from any thread. */
  public Names names() {
    return names;
  }

  public EventLog events() {
    return events;
  }

  public RowTable rows() {
    return rows;
  }

  public ArrowLog arrows() {
    return arrows;
  }

  public MessageLog messages() {
    return messages;
  }

  /** Time of the first event. */
  public long beginNs() {
    return beginNs;
  }

  /** The latest time of an event so far. */
  public long endNs() {
    return endNs;
  }

  /** How much memory it takes. */
  public long bytes() {
    return events.bytes() + rows.bytes() + arrows.bytes() + messages.memoryBytes();
  }
}
