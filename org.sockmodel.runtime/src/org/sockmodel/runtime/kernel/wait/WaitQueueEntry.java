package org.sockmodel.runtime.kernel.wait;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.sched.Task;

/** One sleeper: {@code struct wait_queue_entry}, {@code include/linux/wait.h}. Can be used again and again. */
public class WaitQueueEntry {

  final Task task;
  private KernelFunction function;
  boolean exclusive;
  boolean woken;
  private int timeoutJiffies;
  WaitQueueHead head;
  WaitQueueEntry previous;
  WaitQueueEntry next;

  public WaitQueueEntry(Task task) {
    this.task = task;
  }

  /**
   * {@code init_waitqueue_func_entry}.
   *
   * @param wakeFunction called with this entry as its {@code self}; returns 1 if it woke a task
   */
  public WaitQueueEntry function(KernelFunction wakeFunction) {
    function = wakeFunction;
    return this;
  }

  public Task task() {
    return task;
  }

  KernelFunction function() {
    return function;
  }

  /** What is left of the sleep's timeout: the caller's {@code timeo}, in jiffies; no end is in sight of 99 days. */
  public long timeoutJiffies() {
    return timeoutJiffies == Integer.MAX_VALUE ? Long.MAX_VALUE : timeoutJiffies;
  }

  public void timeoutJiffies(long jiffies) {
    timeoutJiffies = (int) Math.min(jiffies, Integer.MAX_VALUE);
  }

  /** Takes the {@code WQ_FLAG_WOKEN} mark back and says whether it was set. */
  public boolean takeWoken() {
    boolean was = woken;
    woken = false;
    return was;
  }
}
