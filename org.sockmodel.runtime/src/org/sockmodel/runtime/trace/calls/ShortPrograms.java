package org.sockmodel.runtime.trace.calls;

import java.util.Set;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.bytes.LongTable;

/**
 * Which tasks of an x86_64 kernel run programs of 32 bits, whose calls have the numbers of i386. The kernel tells it
 * when such a program begins: {@code execve} returns by the number that it has for the new program
 * ({@code set_personality_ia32} in arch/x86/kernel/process_64.c). Their children are such, too. Of programs that ran
 * before the trace began, a number that x86_64 does not have tells it, and an argument or a result of more than 32 bits
 * tells the contrary; calls before that, and tasks of which neither tells, are counted. Cost: a look into a table for
 * each call, and at the arguments until something tells; no allocation.
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
  private static final int LONG = 2;
  private static final int BEGINS = 4;
  /** One call of a task of which is not known what it runs; so many without anything that tells are worth a doubt. */
  private static final int CALL = 8;
  private static final int DOUBTFUL_CALLS = 16;

  private final LongTable tasks = new LongTable();
  private boolean any;
  private boolean certain;
  private long misnamed;
  private long undecided;

  /** Is told that the machine is an x86_64; until then only what needs 64 bits tells that it may be. */
  void setCertain() {
    certain = true;
  }

  /**
   * Whether a call that a task enters is one of i386.
   *
   * @param first the field of the first argument, which those of the others follow
   * @param isOnlyShort whether only i386 has a call of that number
   */
  boolean enter(TraceEvent event, long number, int first, boolean isOnlyShort) {
    int task = event.tid();
    int state = tasks.get(task, 0);
    int now = state;
    if ((state & LONG) == 0) {
      now = isWide(event, first) ? decide(state, LONG) : isOnlyShort && certain ? decide(state, SHORT) : state;
      now = (now & (SHORT | LONG)) == 0 && event.has(first) ? count(now) : now;
    }
    boolean isShort = (now & SHORT) != 0;
    boolean begins = isShort ? number == SHORT_EXECVE || number == SHORT_EXECVEAT
        : number == EXECVE || number == EXECVEAT;
    now = isShort && SHORT_EXITS.contains(number) ? 0 : now & ~BEGINS | (begins ? BEGINS : 0);
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
   * @param isOnlyShort whether only i386 has a call of that number
   */
  boolean exit(int task, long number, long result, boolean isFirst, boolean isOnlyShort) {
    int state = tasks.get(task, 0);
    if ((state & BEGINS) != 0) {
      int program = number == SHORT_EXECVE ? SHORT : number == EXECVE ? LONG : state & (SHORT | LONG);
      any |= program == SHORT;
      tasks.put(task, decide(state, program));
      return program == SHORT;
    }
    if (any && isShort(state) && result > 0 && SHORT_FORKS.contains(number)) {
      tasks.put(result, SHORT);
    } else if (any && isFirst && result == 0 && number != CLONE3 && SHORT_FORKS.contains(number)) {
      tasks.put(task, SHORT);
      return true;
    } else if ((state & (SHORT | LONG)) == 0 && (result >>> 32 > 0 && result > 0 || isOnlyShort && certain)) {
      state = decide(state, isOnlyShort ? SHORT : LONG);
      tasks.put(task, state);
    }
    return isShort(state);
  }

  /** Why names of calls may be wrong; empty if they are not. */
  String doubt() {
    String before = misnamed == 0 ? "" : calls(misnamed) + " of programs of 32 bits that began before the trace"
        + " got the names that x86_64 has for their numbers, since only later ones told what they are";
    String never = undecided == 0 ? "" : calls(undecided) + " may have wrong names: no argument has more than 32 bits,"
        + " as with programs of 32 bits, whose numbers mean other calls; whatever begins within a trace is known";
    return before + (before.isEmpty() || never.isEmpty() ? "" : "; ") + never;
  }

  private static String calls(long count) {
    return count + (count == 1 ? " system call" : " system calls");
  }

  private static boolean isShort(int state) {
    return (state & SHORT) != 0;
  }

  private int count(int state) {
    int calls = state / CALL + 1;
    undecided += calls == DOUBTFUL_CALLS ? calls : calls > DOUBTFUL_CALLS ? 1 : 0;
    return calls < Integer.MAX_VALUE / CALL ? state + CALL : state;
  }

  /** What is known of a task from now on. */
  private int decide(int state, int program) {
    int calls = state / CALL;
    undecided -= calls >= DOUBTFUL_CALLS && program != 0 ? calls : 0;
    misnamed += program == SHORT && (state & BEGINS) == 0 ? calls : 0;
    any |= program == SHORT;
    certain |= program == LONG;
    return program == 0 ? state & ~BEGINS : program;
  }

  private static boolean isWide(TraceEvent event, int first) {
    long all = 0;
    for (int i = first; i < first + RawCalls.ARGUMENTS; i++) {
      all |= event.has(i) ? event.value(i) : 0;
    }
    return all >>> 32 != 0;
  }
}
