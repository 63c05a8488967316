package org.sockmodel.runtime.history;

import java.util.Arrays;
import org.sockmodel.runtime.history.column.ByteColumn;
import org.sockmodel.runtime.history.column.LongColumn;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * Every event of a trace with all its fields, in numbers of variable length. One thread appends, others read.
 *
 * <pre>
 *   block of 64 events: where it begins, time of its first event
 *   event: time since the one before | tracepoint | CPU | thread + 1 | name | bits of absent fields | the other fields
 * </pre>
 *
 * <p>Cost: appending takes some tens of nanoseconds and about 25 bytes; reading an event decodes its block up to it.
 */
public final class EventLog {

  private static final int BLOCK_BITS = 6;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private final Names names;
  private final ByteColumn bytes = new ByteColumn();
  private final LongColumn blockPositions = new LongColumn();
  private final LongColumn blockTimesNs = new LongColumn();
  private volatile Tracepoint[] tracepoints = new Tracepoint[128];
  private volatile int size;
  private long lastNs;

  EventLog(Names names) {
    this.names = names;
  }

  void add(TraceEvent event) {
    int index = size;
    long timeNs = event.timeNs();
    if ((index & BLOCK - 1) == 0) {
      blockPositions.add(bytes.size());
      blockTimesNs.add(index == 0 ? timeNs : Math.max(timeNs, blockTimesNs.get(blockTimesNs.size() - 1)));
      lastNs = blockTimesNs.get(blockTimesNs.size() - 1);
    }
    bytes.addSigned(timeNs - lastNs);
    lastNs = timeNs;
    Tracepoint tracepoint = event.tracepoint();
    know(tracepoint);
    bytes.addUnsigned(tracepoint.id());
    bytes.addUnsigned(event.cpu());
    bytes.addUnsigned(event.tid() + 1L);
    bytes.addUnsigned(event.comm());
    addFields(event, tracepoint.fields().size());
    size = index + 1;
  }

  private void addFields(TraceEvent event, int fields) {
    long absent = 0;
    for (int field = 0; field < fields; field++) {
      absent |= event.has(field) ? 0 : 1L << field;
    }
    bytes.addUnsigned(absent);
    for (int field = 0; field < fields; field++) {
      if (event.has(field)) {
        bytes.addSigned(event.value(field));
      }
    }
  }

  private void know(Tracepoint tracepoint) {
    int id = tracepoint.id();
    if (id >= tracepoints.length) {
      tracepoints = Arrays.copyOf(tracepoints, Math.max(id + 1, tracepoints.length * 2));
    }
    tracepoints[id] = tracepoint;
  }

  /** How many events have been recorded. */
  public int size() {
    return size;
  }

  /** Index of the first event that is not before a time; the number of events if there is none. */
  public int firstAtOrAfter(long timeNs) {
    int count = size;
    int blocks = count + BLOCK - 1 >>> BLOCK_BITS;
    int block = Math.max(0, blockTimesNs.lastAtMost(timeNs - 1, blocks));
    Cursor cursor = cursor(block << BLOCK_BITS);
    int index = block << BLOCK_BITS;
    while (index < count && cursor.next().timeNs() < timeNs) {
      index++;
    }
    return index;
  }

  /** Reads events from one on. */
  public Cursor cursor(int first) {
    return new Cursor(first);
  }

  long bytes() {
    return bytes.bytes() + blockPositions.bytes() + blockTimesNs.bytes();
  }

  /** Goes through events in their order; its one {@link TraceEvent} is filled again for each. */
  public final class Cursor {

    private final TraceEvent event = new TraceEvent(names);
    private final ByteColumn.Cursor in = bytes.new Cursor();
    private int index;
    private long timeNs;

    private Cursor(int first) {
      seek(first);
    }

    /** Goes to an event, which must have been recorded, or to behind the last one. */
    public Cursor seek(int first) {
      index = first & -BLOCK;
      if (index < size) {
        in.seek(blockPositions.get(index >>> BLOCK_BITS));
      }
      while (index < first) {
        next();
      }
      return this;
    }

    /** The next event, which must have been recorded; valid until the next call. */
    public TraceEvent next() {
      if ((index & BLOCK - 1) == 0) {
        timeNs = blockTimesNs.get(index >>> BLOCK_BITS);
        in.seek(blockPositions.get(index >>> BLOCK_BITS));
      }
      timeNs += in.nextSigned();
      Tracepoint tracepoint = tracepoints[(int) in.nextUnsigned()];
      event.begin(tracepoint, timeNs, (int) in.nextUnsigned());
      event.task((int) in.nextUnsigned() - 1, (int) in.nextUnsigned());
      long absent = in.nextUnsigned();
      int fields = tracepoint.fields().size();
      for (int field = 0; field < fields; field++) {
        event.set(field, (absent >>> field & 1) == 0 ? in.nextSigned() : TraceEvent.ABSENT);
      }
      index++;
      return event;
    }
  }
}
