package org.sockmodel.runtime.analysis.receive;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Messages on their way to a listener that may be told of them later, in order, by whichever thread has time for it. As
 * long as none offers that, the listener is told of each at once; later the thread that adds messages does what nobody
 * else has done. Cost: some nanoseconds a message; no allocation once the queue has been full.
 */
final class MessageQueue {

  /** Few enough to stay in the cache of a CPU. */
  private static final int CAPACITY = 256;

  /** So many messages go from one thread to the other together. */
  private static final int TOGETHER = 64;

  private final MessageListener listener;
  private final Message[] messages = new Message[CAPACITY];
  private final ReentrantLock telling = new ReentrantLock();
  /** Whether some thread has offered to tell the listener. */
  private volatile boolean offered;
  private boolean inUse;
  /** How many messages there have been, how many of them others may look at, and of how many the listener knows. */
  private long added;
  private volatile long handedOver;
  private volatile long told;

  MessageQueue(MessageListener listener) {
    this.listener = listener;
  }

  /** The message that is to be described next. */
  Message next() {
    int place = place(added);
    if (messages[place] == null) {
      messages[place] = new Message();
    }
    return messages[place];
  }

  private static int place(long number) {
    return (int) number & CAPACITY - 1;
  }

  /** Lets the listener be told of that message; the next one may be another instance. */
  void add() {
    if (inUse) {
      addForLater();
    } else {
      listener.received(next());
      inUse = offered;
    }
  }

  private void addForLater() {
    added++;
    if (added % TOGETHER == 0) {
      handedOver = added;
      while (added - told > CAPACITY - TOGETHER && !catchUp()) {
        Thread.yield();
      }
    }
  }

  /**
   * Tells of what there is, unless another thread does so just now; any thread may call this at any time.
   *
   * @return whether it has told of any
   */
  boolean catchUp() {
    offered = true;
    if (told == handedOver || !telling.tryLock()) {
      return false;
    }
    tellAndUnlock();
    return true;
  }

  /** Returns when the listener has been told of all messages; to be called by the thread that adds them. */
  void settle() {
    handedOver = added;
    telling.lock();
    tellAndUnlock();
  }

  private void tellAndUnlock() {
    try {
      for (long number = told; number < handedOver; number++) {
        listener.received(messages[place(number)]);
        told = number + 1;
      }
    } finally {
      telling.unlock();
    }
  }
}
