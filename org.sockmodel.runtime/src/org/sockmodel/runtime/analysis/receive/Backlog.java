package org.sockmodel.runtime.analysis.receive;

import org.sockmodel.runtime.analysis.path.Delivery;

/**
 * When a reader told its own socket of segments, oldest first: TCP keeps what comes while somebody owns the socket in
 * its backlog, and who lets go of the socket receives it ({@code release_sock} in {@code net/core/sock.c}). The event
 * does not say which segment it is; the buffer that is read later does. Memory: 4 KiB for a reader that has told once.
 */
final class Backlog {

  /** More than a reader lets wait; of still more the oldest are forgotten. */
  private static final int CAPACITY = 256;

  private long[] timesNs;
  private long[] sequences;
  private int head;
  private int size;

  void told(Delivery delivery) {
    if (timesNs == null) {
      timesNs = new long[CAPACITY];
      sequences = new long[CAPACITY];
    }
    int place = head + size & CAPACITY - 1;
    timesNs[place] = delivery.dataReadyNs();
    sequences[place] = delivery.sequence();
    if (size == CAPACITY) {
      head = head + 1 & CAPACITY - 1;
    } else {
      size++;
    }
  }

  /** Forgets what was told before a segment had come; whether there is one that was told since. */
  boolean reach(long receivedNs) {
    while (size > 0 && timesNs[head] < receivedNs) {
      removeFirst();
    }
    return size > 0;
  }

  long firstNs() {
    return timesNs[head];
  }

  long firstSequence() {
    return sequences[head];
  }

  void removeFirst() {
    head = head + 1 & CAPACITY - 1;
    size--;
  }

  void clear() {
    size = 0;
  }
}
