package org.sockmodel.runtime.analysis.receive;

/**
 * What was in the way of a message: which tasks its reader's CPU ran, and the interrupts and softirqs that came. Found
 * when the message is received, as the past is forgotten, and used again for other messages.
 */
public final class Meanwhile {

  /** So many different tasks are told apart; the last ones come first. */
  private static final int MOST_TASKS = 16;

  private final int[] tasks = new int[MOST_TASKS];
  private final int[] tids = new int[MOST_TASKS];
  private final long[] timesNs = new long[MOST_TASKS];
  private int count;
  private int interrupt;
  private long interruptedNs;

  /** Forgets everything. */
  void clear() {
    count = 0;
    interrupt = Message.UNKNOWN;
    interruptedNs = 0;
  }

  /** Adds what a task, which may have been added before, ran. */
  public void ran(int task, int tid, long timeNs) {
    int at = 0;
    while (at < count && (tasks[at] != task || tids[at] != tid)) {
      at++;
    }
    if (at < count) {
      timesNs[at] += timeNs;
    } else if (count < MOST_TASKS) {
      tasks[count] = task;
      tids[count] = tid;
      timesNs[count++] = timeNs;
    }
  }

  /** Says which interrupt or softirq was longest, and for how long all of them kept the reader's CPU. */
  public void interrupted(int longest, long timeNs) {
    interrupt = longest;
    interruptedNs = timeNs;
  }

  /** The longest interrupt or softirq, an id of who has found it; {@link Message#UNKNOWN} if there was none. */
  public int interrupt() {
    return interrupt;
  }

  /** How long interrupts and softirqs kept the reader's CPU since the socket was told. */
  public long interruptedNs() {
    return interruptedNs;
  }

  /**
   * The task that ran longest; {@link Message#UNKNOWN} if none ran for {@code leastNs}. Threads of one name count as
   * one.
   */
  public int longest(long leastNs) {
    int longest = -1;
    for (int i = 0; i < count; i++) {
      long sumNs = sumNs(i);
      if (sumNs >= leastNs && (longest < 0 || sumNs > sumNs(longest))) {
        longest = i;
      }
    }
    return longest < 0 ? Message.UNKNOWN : tasks[longest];
  }

  /** How many tasks ran. */
  public int count() {
    return count;
  }

  /** One of them: the name of a task, or a negative id of who has found it. */
  public int task(int index) {
    return tasks[index];
  }

  /** Its thread; 0 for the idle one. */
  public int tid(int index) {
    return tids[index];
  }

  /** How long it ran. */
  public long timeNs(int index) {
    return timesNs[index];
  }

  /** How long it ran with all others of its name. */
  public long sumNs(int index) {
    long sumNs = 0;
    for (int i = 0; i < count; i++) {
      sumNs += tasks[i] == tasks[index] ? timesNs[i] : 0;
    }
    return sumNs;
  }

  /** The only thread that ran and is called so; 0 if there are several or none. */
  public int onlyTid(int task) {
    int only = 0;
    for (int i = 0; i < count; i++) {
      if (tasks[i] == task) {
        if (only != 0) {
          return 0;
        }
        only = tids[i];
      }
    }
    return only;
  }
}
