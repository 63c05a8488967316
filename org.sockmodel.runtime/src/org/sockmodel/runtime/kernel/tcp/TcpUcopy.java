package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;

/**
 * {@code tp->ucopy}, {@code include/linux/tcp.h}: the reader that is in {@code tcp_recvmsg}, what is left of its
 * buffer, and the segments that wait for it to process them itself.
 */
final class TcpUcopy {

  private final SkBuffHead prequeue = new SkBuffHead();
  private Task task;
  private long leftBytes;
  private long takenBytes;
  private long memoryBytes;

  /** The current reader takes what comes, unless another one does already. */
  void install(Task reader, long wantedBytes) {
    if (task == null || task == reader) {
      task = reader;
      leftBytes = wantedBytes;
    }
  }

  /** The reader leaves. */
  void uninstall() {
    task = null;
    leftBytes = 0;
  }

  /** The reader still processes segments, but leaves their data in the receive queue. */
  void takesNoMore() {
    leftBytes = 0;
  }

  boolean isInstalled() {
    return task != null;
  }

  boolean isOf(Task reader) {
    return task == reader;
  }

  long leftBytes() {
    return leftBytes;
  }

  /** Data goes to the reader's buffer. */
  void copied(int bytes) {
    leftBytes -= bytes;
    takenBytes += bytes;
  }

  /** The bytes that the reader has got since it last asked. */
  long takeCopied() {
    long bytes = takenBytes;
    takenBytes = 0;
    return bytes;
  }

  boolean isEmpty() {
    return prequeue.isEmpty();
  }

  void add(SkBuff skb) {
    prequeue.add(skb);
    memoryBytes += skb.truesizeBytes();
  }

  /** The next segment, or null; when none is left, they take no memory. */
  SkBuff poll() {
    if (prequeue.isEmpty()) {
      memoryBytes = 0;
      return null;
    }
    return prequeue.poll();
  }

  int length() {
    return prequeue.length();
  }

  long memoryBytes() {
    return memoryBytes;
  }
}
