package org.sockmodel.runtime.trace.ahead;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The blocks on their way from one thread to another and back, always the same few. Who has to wait for one does
 * something else before.
 */
final class Handover {

  private static final int BLOCKS = 8;

  /**
   * So many that it matters little that a thread has to be woken for each block; so few that all blocks stay in the
   * caches of the CPUs.
   */
  private static final int EVENTS = 1024;

  /** Stands for the end. */
  private static final EventBlock END = new EventBlock(0);

  private final BlockingQueue<EventBlock> filled = new ArrayBlockingQueue<>(BLOCKS + 1);
  private final BlockingQueue<EventBlock> empty = new ArrayBlockingQueue<>(BLOCKS);

  private final Runnable meanwhile;

  /** Says what is done by who has to wait, whichever thread it is. */
  Handover(Runnable meanwhile) {
    this.meanwhile = meanwhile;
    for (int i = 0; i < BLOCKS; i++) {
      empty.add(new EventBlock(EVENTS));
    }
  }

  /** Hands a block over to who empties it. */
  void fill(EventBlock block) {
    filled.add(block);
  }

  /** Tells who empties blocks that there will be no more. */
  void end() {
    filled.add(END);
  }

  /** Waits for a block that has been filled; null at the end. */
  EventBlock awaitFilled() throws InterruptedException {
    EventBlock block = take(filled);
    return block == END ? null : block;
  }

  /** Hands a block back. */
  void giveBack(EventBlock block) {
    empty.add(block);
  }

  /** Waits for a block that is empty. */
  EventBlock awaitEmpty() throws InterruptedException {
    return take(empty);
  }

  private EventBlock take(BlockingQueue<EventBlock> blocks) throws InterruptedException {
    EventBlock block = blocks.poll();
    if (block == null) {
      meanwhile.run();
      block = blocks.take();
    }
    return block;
  }

  /** Waits until all have been emptied. */
  void awaitAllEmpty() throws InterruptedException {
    List<EventBlock> all = new ArrayList<>();
    while (all.size() < BLOCKS) {
      all.add(empty.take());
    }
    empty.addAll(all);
  }
}
