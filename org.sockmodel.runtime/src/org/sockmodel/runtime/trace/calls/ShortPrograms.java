package org.sockmodel.runtime.trace.calls;

import java.util.Set;
import org.sockmodel.runtime.trace.bytes.LongTable;

/**
 * Which tasks of an x86_64 kernel run programs of 32 bits, whose calls have the numbers of i386. The kernel tells it
 * when such a program begins: {@code execve} returns by the number that it has for the new program
 * ({@code set_personality_ia32} in arch/x86/kernel/process_64.c). Their children are such, too. Which programs ran
 * before the trace began nobody tells. Cost: a look into a table for each call.
 */
final class ShortPrograms {

  private static final int EXECVE = 59;
  private static final int EXECVEAT = 322;
  private static final int SHORT_EXECVE = 11;
  private static final int SHORT_EXECVEAT = 358;
  private static final Set<Long> SHORT_EXITS = Set.of(1L, 252L);
  /** fork, clone, vfork; and clone3, which has the same number for all. */
  private static final Set<Long> SHORT_FORKS = Set.of(2L, 120L, 190L, 435L);
  private static final long CLONE3 = 435;

  private static final int SHORT = 1;
  private static final int BEGINS = 2;

  private final LongTable tasks = new LongTable();
  private boolean any;

  /** Whether a call that a task enters is one of i386. */
  boolean enter(int task, long number) {
    int state = tasks.get(task, 0);
    boolean isShort = (state & SHORT) != 0;
    boolean begins = isShort ? number == SHORT_EXECVE || number == SHORT_EXECVEAT
        : number == EXECVE || number == EXECVEAT;
    boolean ends = isShort && SHORT_EXITS.contains(number);
    int now = ends ? 0 : state & SHORT | (begins ? BEGINS : 0);
    if (now != state) {
      tasks.put(task, now);
    }
    return isShort;
  }

  /**
   * Whether a call that a task leaves is one of i386.
   *
   * @param result what it returns
   * @param isFirst whether nothing was told of the task before
   */
  boolean exit(int task, long number, long result, boolean isFirst) {
    int state = tasks.get(task, 0);
    if ((state & BEGINS) != 0) {
      state = number == SHORT_EXECVE ? SHORT : number == EXECVE ? 0 : state & SHORT;
      tasks.put(task, state);
      any |= state == SHORT;
    } else if (any && state == SHORT && result > 0 && SHORT_FORKS.contains(number)) {
      tasks.put(result, SHORT);
    } else if (any && isFirst && result == 0 && number != CLONE3 && SHORT_FORKS.contains(number)) {
      state = SHORT;
      tasks.put(task, state);
    }
    return state == SHORT;
  }
}
