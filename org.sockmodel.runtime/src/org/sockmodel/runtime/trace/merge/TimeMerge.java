package org.sockmodel.runtime.trace.merge;

import java.util.List;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;

/**
 * Merges streams by time with a binary heap. While one stream remains the earliest its events are delivered without
 * touching the heap. At the same time the stream that is first in the list wins.
 */
public final class TimeMerge {

  private final TimedStream[] streams;

  /** Numbers of streams, the earliest first, and the times of their next events. */
  private final int[] heap;
  private final long[] timesNs;
  private int size;

  public TimeMerge(List<? extends TimedStream> streams) {
    this.streams = streams.toArray(TimedStream[]::new);
    this.heap = new int[this.streams.length];
    this.timesNs = new long[this.streams.length];
  }

  /** Delivers all events of all streams. */
  public void run(TraceEvent event, TraceSink sink) {
    for (int i = 0; i < streams.length; i++) {
      if (streams[i].next()) {
        timesNs[size] = streams[i].timeNs;
        heap[size++] = i;
      } else {
        streams[i].tellLost(sink);
      }
    }
    for (int i = size / 2 - 1; i >= 0; i--) {
      siftDown(i);
    }
    while (size > 0) {
      TimedStream stream = streams[heap[0]];
      if (stream.deliverBefore(limitNs(), event, sink)) {
        timesNs[0] = stream.timeNs;
      } else {
        stream.tellLost(sink);
        heap[0] = heap[--size];
        timesNs[0] = timesNs[size];
      }
      siftDown(0);
    }
  }

  /** The first time at which it is no longer the turn of the earliest stream. */
  private long limitNs() {
    if (size < 2) {
      return Long.MAX_VALUE;
    }
    int second = size == 2 || isBefore(1, 2) ? 1 : 2;
    boolean first = heap[0] < heap[second] && timesNs[second] < Long.MAX_VALUE;
    return first ? timesNs[second] + 1 : timesNs[second];
  }

  /** Whether the stream at one place of the heap is to come before that at another. */
  private boolean isBefore(int one, int other) {
    return timesNs[one] < timesNs[other] || timesNs[one] == timesNs[other] && heap[one] < heap[other];
  }

  private void siftDown(int start) {
    int parent = start;
    while (2 * parent + 1 < size) {
      int child = 2 * parent + 1;
      if (child + 1 < size && isBefore(child + 1, child)) {
        child++;
      }
      if (!isBefore(child, parent)) {
        return;
      }
      swap(parent, child);
      parent = child;
    }
  }

  private void swap(int one, int other) {
    int stream = heap[one];
    heap[one] = heap[other];
    heap[other] = stream;
    long timeNs = timesNs[one];
    timesNs[one] = timesNs[other];
    timesNs[other] = timeNs;
  }
}
