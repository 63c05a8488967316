package org.sockmodel.runtime.trace.ahead;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * Some events in a row, and between them what was lost, as columns: small enough for the cache of a CPU, and large
 * enough that it does not matter what it costs to hand one over. Cost: some ten nanoseconds an event, to fill and to
 * deliver it; no allocation.
 */
final class EventBlock {

  private static final int EVENTS = 1024;

  /** Room for so many values of all events, most of which have fewer; if they have more the block ends early. */
  private static final int VALUES = EVENTS * 8;

  /** What happened; null where events were lost, whose number is in the place of the time. */
  private final Tracepoint[] tracepoints = new Tracepoint[EVENTS];
  private final long[] timesNs = new long[EVENTS];
  private final int[] cpus = new int[EVENTS];
  private final int[] tids = new int[EVENTS];
  private final int[] comms = new int[EVENTS];
  private final byte[] widths = new byte[EVENTS];
  private final long[] values = new long[VALUES + TraceEvent.MAX_FIELDS];
  private int size;
  private int usedValues;

  /** Keeps an event with its first {@code width} fields. */
  void add(TraceEvent event, int width) {
    int index = size++;
    tracepoints[index] = event.tracepoint();
    timesNs[index] = event.timeNs();
    cpus[index] = event.cpu();
    tids[index] = event.tid();
    comms[index] = event.comm();
    widths[index] = (byte) width;
    event.keepValues(values, usedValues, width);
    usedValues += width;
  }

  void addLost(int cpu, long count) {
    int index = size++;
    tracepoints[index] = null;
    timesNs[index] = count;
    cpus[index] = cpu;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Whether another event may not fit. */
  boolean isFull() {
    return size == EVENTS || usedValues > VALUES - TraceEvent.MAX_FIELDS;
  }

  /** Delivers everything, by way of {@code event}, and is empty then. */
  void deliver(TraceEvent event, TraceSink sink) {
    int position = 0;
    for (int i = 0; i < size; i++) {
      Tracepoint tracepoint = tracepoints[i];
      if (tracepoint == null) {
        sink.lost(cpus[i], timesNs[i]);
      } else {
        event.begin(tracepoint, timesNs[i], cpus[i]).task(tids[i], comms[i]);
        event.takeValues(values, position);
        position += widths[i];
        sink.accept(event);
      }
    }
    size = 0;
    usedValues = 0;
  }
}
