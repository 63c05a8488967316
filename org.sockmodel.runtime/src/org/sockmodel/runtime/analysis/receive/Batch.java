package org.sockmodel.runtime.analysis.receive;

import java.util.Arrays;

/**
 * The messages that a {@code recvmmsg}, or io_uring before it tells that they are there, is known to have taken, in
 * its order. Where {@code sock_recv_length} tells of each they are all there; otherwise those that show themselves: by
 * the wake-ups between which the call slept, and by the buffers that it copied from. Cost: memory for the largest
 * batch; no allocation otherwise.
 */
final class Batch {

  /** So many messages of a call are followed. */
  static final int CAPACITY = 1024;

  private static final int FIRST_CAPACITY = 16;

  /** Whether the trace tells of each message when it is taken. */
  boolean exact;

  /** The buffer that was copied from last, if no message stands for it yet; otherwise 0. */
  long copiedSkbaddr;

  private Taken[] messages = {};
  private int head;
  private int size;

  void clear() {
    exact = false;
    copiedSkbaddr = 0;
    head = 0;
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Makes room again once all are {@linkplain #next taken out}. */
  void forgetIfTakenOut() {
    if (head == size) {
      head = 0;
      size = 0;
    }
  }

  /** How many have not been {@linkplain #next taken out}. */
  int left() {
    return size - head;
  }

  /** The one that comes next, which stays. */
  Taken first() {
    return messages[head];
  }

  /** Takes out the one that comes next; it is valid until another one is added. */
  Taken next() {
    return messages[head++];
  }

  /** Another message, to be filled in; one too many takes the place of the last. */
  Taken add() {
    if (size == messages.length && size < CAPACITY) {
      int before = messages.length;
      messages = Arrays.copyOf(messages, Math.max(FIRST_CAPACITY, 2 * before));
      Arrays.setAll(messages, i -> i < before ? messages[i] : new Taken());
    }
    size = Math.min(size + 1, CAPACITY);
    Taken added = messages[size - 1];
    added.sk = Outstanding.UNKNOWN_READER;
    added.bytes = Message.UNKNOWN_BYTES;
    return added;
  }
}
