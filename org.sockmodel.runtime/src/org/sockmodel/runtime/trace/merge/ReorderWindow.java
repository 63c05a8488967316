package org.sockmodel.runtime.trace.merge;

import java.util.Arrays;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * Puts events in order that are a little late, as whoever reads a buffer of the kernel while CPUs write into it gets
 * them. Events of one CPU stay in the order in which they came. Cost: a comparison an event until the first is late;
 * from then on {@value #EVENTS} events are held back in a binary heap. What is later than all of those is delivered
 * late and counted; only the first late one, which nothing was held back for, is not.
 */
public final class ReorderWindow implements TraceSink {

  /** How many events are held back. */
  public static final int EVENTS = 1024;

  /** If the time of a CPU runs back by more than this, the clock is another one, and everything begins again. */
  private static final long SAME_CLOCK_NS = 1_000_000;

  /** Room for the values of an event, and for those of the next one, which are set behind them. */
  private static final int VALUES = 2 * TraceEvent.MAX_FIELDS;

  private final TraceSink sink;
  private final TraceStatistics statistics;
  private final TraceEvent event;
  private long deliveredNs = Long.MIN_VALUE;
  private boolean sorts;

  /** Numbers of places, the earliest first; those behind {@link #size} are free. */
  private int[] heap;
  private int size;

  /** What is held back: the time by which it is ordered and the number that tells equal times apart. */
  private long[] keysNs;
  private long[] sequences;
  private long sequence;

  /** What happened; null where events were lost, whose number is in the place of the time. */
  private Tracepoint[] tracepoints;
  private long[] timesNs;
  private int[] cpus;
  private int[] tids;
  private int[] comms;
  private long[] values;

  /** The last time of each CPU. */
  private long[] lastNs = {};

  /**
   * Makes an empty window.
   *
   * @param statistics where events are counted that stay late
   */
  public ReorderWindow(Names names, TraceSink sink, TraceStatistics statistics) {
    this.sink = sink;
    this.statistics = statistics;
    this.event = new TraceEvent(names);
  }

  @Override
  public int fields(Tracepoint tracepoint) {
    return sink.fields(tracepoint);
  }

  @Override
  public void accept(TraceEvent next) {
    long timeNs = next.timeNs();
    if (sorts) {
      hold(next);
    } else if (timeNs >= deliveredNs) {
      deliveredNs = timeNs;
      sink.accept(next);
    } else {
      sink.accept(next);
      start();
    }
  }

  @Override
  public void lost(int cpu, long count) {
    if (!sorts) {
      sink.lost(cpu, count);
      return;
    }
    int place = place(cpu < lastNs.length && lastNs[cpu] != Long.MIN_VALUE ? lastNs[cpu] : deliveredNs);
    tracepoints[place] = null;
    timesNs[place] = count;
    cpus[place] = cpu;
    siftUp();
  }

  /** Delivers what is held back. */
  public void flush() {
    while (size > 0) {
      deliverFirst();
    }
  }

  private void start() {
    sorts = true;
    heap = new int[EVENTS];
    Arrays.setAll(heap, place -> place);
    keysNs = new long[EVENTS];
    sequences = new long[EVENTS];
    tracepoints = new Tracepoint[EVENTS];
    timesNs = new long[EVENTS];
    cpus = new int[EVENTS];
    tids = new int[EVENTS];
    comms = new int[EVENTS];
    values = new long[EVENTS * VALUES];
  }

  private void hold(TraceEvent next) {
    int cpu = next.cpu();
    int place = place(key(cpu, next.timeNs()));
    tracepoints[place] = next.tracepoint();
    timesNs[place] = next.timeNs();
    cpus[place] = cpu;
    tids[place] = next.tid();
    comms[place] = next.comm();
    next.keepValues(values, place * VALUES, next.tracepoint().fields().size());
    siftUp();
  }

  /** The time by which an event is ordered, so that it stays behind the one before of its CPU. */
  private long key(int cpu, long timeNs) {
    if (cpu >= lastNs.length) {
      int known = lastNs.length;
      lastNs = Arrays.copyOf(lastNs, cpu + 1);
      Arrays.fill(lastNs, known, cpu + 1, Long.MIN_VALUE);
    }
    if (timeNs < lastNs[cpu] && timeNs - lastNs[cpu] < -SAME_CLOCK_NS) {
      flush();
      Arrays.fill(lastNs, Long.MIN_VALUE);
      deliveredNs = Long.MIN_VALUE;
    }
    lastNs[cpu] = Math.max(lastNs[cpu], timeNs);
    return lastNs[cpu];
  }

  /** A place for what is ordered by that time; the first one is delivered if there is none. */
  private int place(long keyNs) {
    if (size == EVENTS) {
      deliverFirst();
    }
    int place = heap[size];
    keysNs[place] = keyNs;
    sequences[place] = sequence++;
    return place;
  }

  private void deliverFirst() {
    int place = heap[0];
    heap[0] = heap[--size];
    heap[size] = place;
    siftDown();
    if (tracepoints[place] == null) {
      sink.lost(cpus[place], timesNs[place]);
      return;
    }
    if (keysNs[place] < deliveredNs) {
      statistics.late();
    } else {
      deliveredNs = keysNs[place];
    }
    event.begin(tracepoints[place], timesNs[place], cpus[place]).task(tids[place], comms[place]);
    event.takeValues(values, place * VALUES);
    sink.accept(event);
  }

  private boolean isBefore(int one, int other) {
    return keysNs[one] < keysNs[other] || keysNs[one] == keysNs[other] && sequences[one] < sequences[other];
  }

  private void siftUp() {
    int child = size++;
    while (child > 0 && isBefore(heap[child], heap[(child - 1) / 2])) {
      swap(child, (child - 1) / 2);
      child = (child - 1) / 2;
    }
  }

  private void siftDown() {
    int parent = 0;
    while (2 * parent + 1 < size) {
      int child = 2 * parent + 1;
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], heap[parent])) {
        return;
      }
      swap(child, parent);
      parent = child;
    }
  }

  private void swap(int one, int other) {
    int place = heap[one];
    heap[one] = heap[other];
    heap[other] = place;
  }
}
