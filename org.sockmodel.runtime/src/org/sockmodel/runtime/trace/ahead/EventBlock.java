package org.sockmodel.runtime.trace.ahead;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * Some events in a row, and between them what was lost, as columns. Cost: some ten nanoseconds an event, to fill and to
 * deliver it; no allocation.
 */
final class EventBlock {

  /** Room for so many values an event, most of which have fewer; if they have more the block ends early. */
  private static final int VALUES_PER_EVENT = 8;

  /** What happened; null where events were lost, whose number is in the place of the time. */
  private final Tracepoint[] tracepoints;
  private final long[] timesNs;
  private final int[] cpus;
  private final int[] tids;
  private final int[] comms;
  private final byte[] widths;
  private final long[] values;
  private int size;
  private int usedValues;

  EventBlock(int events) {
    tracepoints = new Tracepoint[events];
    timesNs = new long[events];
    cpus = new int[events];
    tids = new int[events];
    comms = new int[events];
    widths = new byte[events];
    values = new long[events * VALUES_PER_EVENT + 2 * TraceEvent.MAX_FIELDS];
  }

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

  /** Whether another event may not fit. */
  boolean isFull() {
    return size == tracepoints.length || usedValues > values.length - 2 * TraceEvent.MAX_FIELDS;
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
