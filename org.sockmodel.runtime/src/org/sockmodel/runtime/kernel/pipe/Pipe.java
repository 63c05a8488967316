package org.sockmodel.runtime.kernel.pipe;

import org.sockmodel.runtime.kernel.wait.WaitQueueHead;

/**
 * {@code struct pipe_inode_info}, {@code include/linux/pipe_fs_i.h}: the ring of buffers, each a page, and those who
 * wait for data or for room.
 */
public final class Pipe {

  /** {@code PAGE_SIZE}: what one buffer holds. */
  static final int PAGE_BYTES = 4096;
  /** {@code PIPE_DEF_BUFFERS}. */
  private static final int SLOTS = 16;

  final WaitQueueHead readWait = new WaitQueueHead();
  final WaitQueueHead writeWait;
  private final int[] beginBytes = new int[SLOTS];
  private final int[] endBytes = new int[SLOTS];
  private int head;
  private int tail;
  private boolean locked;
  private boolean hasReader = true;
  private boolean hasWriter = true;

  /** One end of a pipe: what is behind a descriptor. */
  public record End(Pipe pipe, boolean writes) {
  }

  /**
   * @param splitWaits whether readers and writers wait in queues of their own
   */
  public Pipe(boolean splitWaits) {
    writeWait = splitWaits ? new WaitQueueHead() : readWait;
  }

  /** {@code mutex_lock(&pipe->mutex)}: false if somebody else has it. */
  boolean lock() {
    boolean taken = !locked;
    locked = true;
    return taken;
  }

  void unlock() {
    locked = false;
  }

  /** {@code pipe_empty}. */
  boolean isEmpty() {
    return head == tail;
  }

  /** {@code pipe_full}. */
  boolean isFull() {
    return head - tail >= SLOTS;
  }

  boolean hasReader() {
    return hasReader;
  }

  /** Whether its writing end is open. */
  public boolean hasWriter() {
    return hasWriter;
  }

  /** {@code pipe_readable}. */
  boolean isReadable() {
    return !isEmpty() || !hasWriter;
  }

  /** {@code pipe_writable}. */
  boolean isWritable() {
    return !isFull() || !hasReader;
  }

  /** Whether the latest page has room for these bytes too: {@code PIPE_BUF_FLAG_CAN_MERGE}. */
  boolean canMerge(int bytes) {
    return !isEmpty() && endBytes[slot(head - 1)] + bytes <= PAGE_BYTES;
  }

  void merge(int bytes) {
    endBytes[slot(head - 1)] += bytes;
  }

  /** A new page with these bytes. */
  void add(int bytes) {
    beginBytes[slot(head)] = 0;
    endBytes[slot(head)] = bytes;
    head++;
  }

  /** How many bytes a reader that wants {@code most} gets from the oldest page. */
  int available(long most) {
    return (int) Math.min(most, endBytes[slot(tail)] - beginBytes[slot(tail)]);
  }

  /** Takes bytes from the oldest page: whether it is used up, {@code pipe_update_tail}. */
  boolean take(int bytes) {
    int slot = slot(tail);
    beginBytes[slot] += bytes;
    if (beginBytes[slot] < endBytes[slot]) {
      return false;
    }
    tail++;
    return true;
  }

  /** One end has been closed: whether the other one is still open. */
  boolean close(boolean writing) {
    hasWriter &= !writing;
    hasReader &= writing;
    return hasReader || hasWriter;
  }

  private static int slot(int number) {
    return number & SLOTS - 1;
  }
}
