package org.sockmodel.runtime.analysis.receive;

import org.sockmodel.runtime.analysis.path.Delivery;

/**
 * Deliveries to sockets of one kind that no reader is known to have got, oldest first.
 *
 * <p>Every socket gives its messages in order. So a reader that gets a delivery shows that older ones are not for its
 * socket, or were read together with it; one that is so passed by every known reader is for none of them. Datagrams
 * that are for nobody mean that sockets are told whose readers the trace does not show: after a few of them nothing is
 * told by order any more. Cost: proportional to what is outstanding; no allocation.
 */
final class Outstanding {

  /** A reader of which the trace does not show the descriptor. */
  static final long UNKNOWN_READER = -1;

  private static final int CAPACITY = 512;

  /** With more readers, or with several and so much outstanding, order tells nothing; then nothing is kept. */
  private static final int MAX_READERS = 8;
  private static final int MAX_SHARED = 64;

  /** Datagrams that nobody gets before order is no longer believed: some are left over when a trace begins. */
  private static final int MAX_FOREIGN = 2;

  private final boolean datagrams;
  private final Delivery[] ring = new Delivery[CAPACITY];
  private final long[] passedBy = new long[CAPACITY];
  private final long[] readers = new long[MAX_READERS];
  private int readerCount;
  private int head;
  private int size;
  private int foreign;
  private boolean tooMany;
  private boolean hopeless;

  /** Whether a delivery was ever claimed by evidence; before, messages may be older than the trace. */
  private boolean inStep;

  Outstanding(SocketKind kind) {
    datagrams = kind.givesDatagrams();
    for (int i = 0; i < CAPACITY; i++) {
      ring[i] = new Delivery();
    }
  }

  int size() {
    return size;
  }

  /** Whether there is one that is older than another delivery. */
  boolean hasBefore(long sequence) {
    return size > 0 && ring[head].sequence() < sequence;
  }

  void add(Delivery delivery) {
    if (hopeless || readerCount > 1 && size >= MAX_SHARED) {
      giveUp();
      return;
    }
    if (size == CAPACITY) {
      head = head + 1 & CAPACITY - 1;
      size--;
      tooMany = true;
    }
    int place = head + size & CAPACITY - 1;
    ring[place].copy(delivery);
    passedBy[place] = 0;
    size++;
  }

  /**
   * Whether the only reader may have left an older one, and got that in place of a known delivery: it does so where it
   * is told of changes alone (edge-triggered). Otherwise the older one is for a socket that nobody reads.
   */
  boolean mayHaveLeft(long sequence) {
    return datagrams && inStep && readerCount == 1 && hasBefore(sequence);
  }

  /** The only reader has got the oldest one or another; order tells no more until it finds its socket empty. */
  void leaveOldest() {
    remove(0);
    tooMany = true;
  }

  /** The only reader has read its socket empty. */
  void foundEmpty() {
    if (readerCount == 1) {
      size = 0;
      tooMany = false;
    }
  }

  /** A reader got the message of a known delivery. */
  void claim(long reader, long sequence) {
    int index = size - 1;
    while (index >= 0 && ring[head + index & CAPACITY - 1].sequence() != sequence) {
      index--;
    }
    if (index < 0) {
      return;
    }
    remove(index);
    if (reader != UNKNOWN_READER) {
      pass(index, bit(reader));
    }
    inStep = true;
  }

  /**
   * A reader got a message without a known delivery.
   *
   * @return the delivery that it must have been, valid until the next call; null if there is no telling
   */
  Delivery next(long reader) {
    if (reader == UNKNOWN_READER || hopeless) {
      return null;
    }
    bit(reader);
    boolean certain = size == 1 || size > 1 && datagrams && readerCount == 1;
    if (!certain || !inStep || tooMany || foreign > MAX_FOREIGN) {
      return null;
    }
    Delivery oldest = ring[head];
    remove(0);
    return oldest;
  }

  /** Notes that a reader has passed the {@code count} oldest deliveries. */
  private void pass(int count, long bit) {
    long all = (1L << readerCount) - 1;
    for (int index = Math.min(count, size) - 1; index >= 0; index--) {
      int place = head + index & CAPACITY - 1;
      passedBy[place] |= bit;
      if (passedBy[place] == all) {
        remove(index);
        foreign += datagrams && inStep ? 1 : 0;
      }
    }
    tooMany &= size > 0;
  }

  private void giveUp() {
    hopeless = true;
    size = 0;
  }

  /** The reader's bit in {@link #passedBy}; 0 if there are too many readers to tell apart. */
  private long bit(long reader) {
    for (int i = 0; i < readerCount; i++) {
      if (readers[i] == reader) {
        return 1L << i;
      }
    }
    if (readerCount == MAX_READERS) {
      giveUp();
      return 0;
    }
    readers[readerCount] = reader;
    return 1L << readerCount++;
  }

  private void remove(int index) {
    Delivery removed = ring[head + index & CAPACITY - 1];
    for (int i = index; i > 0; i--) {
      ring[head + i & CAPACITY - 1] = ring[head + i - 1 & CAPACITY - 1];
      passedBy[head + i & CAPACITY - 1] = passedBy[head + i - 1 & CAPACITY - 1];
    }
    ring[head] = removed;
    head = head + 1 & CAPACITY - 1;
    size--;
  }
}
