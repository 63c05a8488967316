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
  private final int[] heap;
  private int size;

  public TimeMerge(List<? extends TimedStream> streams) {
    this.streams = streams.toArray(TimedStream[]::new);
    this.heap = new int[this.streams.length];
  }

  /** Delivers all events of all streams. */
  public void run(TraceEvent event, TraceSink sink) {
    for (int i = 0; i < streams.length; i++) {
      if (streams[i].next()) {
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
      int second = second();
      boolean more;
      do {
        stream.deliver(event, sink);
        more = stream.next();
      } while (more && (second < 0 || isBefore(heap[0], second)));
      if (!more) {
        stream.tellLost(sink);
        heap[0] = heap[--size];
      }
      siftDown(0);
    }
  }

  /** The stream that would be the earliest without the first one, or -1. */
  private int second() {
    if (size < 2) {
      return -1;
    }
    return size == 2 || isBefore(heap[1], heap[2]) ? heap[1] : heap[2];
  }

  private boolean isBefore(int one, int other) {
    long a = streams[one].timeNs();
    long b = streams[other].timeNs();
    return a < b || a == b && one < other;
  }

  private void siftDown(int start) {
    int parent = start;
    while (2 * parent + 1 < size) {
      int child = 2 * parent + 1;
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], heap[parent])) {
        return;
      }
      int moved = heap[parent];
      heap[parent] = heap[child];
      heap[child] = moved;
      parent = child;
    }
  }
}
