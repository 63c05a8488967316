package org.sockmodel.runtime.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.sockmodel.runtime.model.Instruction;

/**
 * A thread's program as a flat list of operations, with loops and branches as jumps, so that a thread's place in it is
 * a number. Immutable and shared by all threads that run it.
 */
final class Program {

  /** One operation: an instruction, or a jump that belongs to one. */
  sealed interface Operation {
  }

  /**
   * Makes a call.
   *
   * @param line where the model says it
   * @param reads the variable of the file that it reads; null if it reads none
   */
  record Call(UserCall userCall, int line, String reads) implements Operation {
  }

  /**
   * Starts counting a loop's rounds; goes to {@code end} if there are none.
   *
   * @param reads the files that it reads until all have ended; empty if their ends are not its end
   */
  record BeginLoop(int counter, long count, int end, List<String> reads) implements Operation {
  }

  /** Goes to {@code begin} while a round is left. */
  record RepeatLoop(int counter, int begin) implements Operation {
  }

  /** Goes to {@code target} unless the call before ended with {@code errno} (any, if that is 0). */
  record UnlessErrno(int errno, int target) implements Operation {
  }

  record Jump(int target) implements Operation {
  }

  private final Operation[] operations;
  private final UserCalls calls;
  private int counters;
  private boolean endless;

  Program(List<Instruction> instructions, UserCalls calls) {
    this.calls = calls;
    List<Operation> flat = new ArrayList<>();
    flatten(instructions, flat);
    operations = flat.toArray(Operation[]::new);
  }

  Operation at(int index) {
    return operations[index];
  }

  int length() {
    return operations.length;
  }

  /**
   * What comes behind the outermost loop around an operation which is over when files end of which some have; behind
   * the operation if there is none.
   *
   * @param ended whether the file in a variable has been read to its end
   */
  int behindEnded(int operation, Predicate<String> ended) {
    int behind = operation + 1;
    for (int i = operation + 1; i < operations.length; i++) {
      if (operations[i] instanceof RepeatLoop repeat && repeat.begin() <= operation) {
        List<String> reads = ((BeginLoop) operations[repeat.begin() - 1]).reads();
        behind = !reads.isEmpty() && reads.stream().allMatch(ended) ? i + 1 : behind;
      }
    }
    return behind;
  }

  /** How many loop counters a thread needs. */
  int counters() {
    return counters;
  }

  /** Whether it has a loop without end. */
  boolean isEndless() {
    return endless;
  }

  private void flatten(List<Instruction> instructions, List<Operation> flat) {
    for (Instruction instruction : instructions) {
      if (instruction instanceof Instruction.Loop loop) {
        flattenLoop(loop, flat);
      } else if (instruction instanceof Instruction.IfErrno branch) {
        flattenBranch(branch, flat);
      } else {
        flat.add(new Call(calls.of(instruction), instruction.line(), LoopReads.by(instruction)));
      }
    }
  }

  private void flattenLoop(Instruction.Loop loop, List<Operation> flat) {
    int counter = counters++;
    boolean forever = loop.count() == Instruction.FOREVER;
    endless |= forever;
    flat.add(null);
    int begin = flat.size();
    flatten(loop.body(), flat);
    flat.add(new RepeatLoop(counter, begin));
    flat.set(begin - 1,
        new BeginLoop(counter, loop.count(), flat.size(), forever ? LoopReads.of(loop.body()) : List.of()));
  }

  private void flattenBranch(Instruction.IfErrno branch, List<Operation> flat) {
    int test = flat.size();
    flat.add(null);
    flatten(branch.then(), flat);
    int jump = flat.size();
    flat.add(null);
    flat.set(test, new UnlessErrno(branch.errno(), flat.size()));
    flatten(branch.otherwise(), flat);
    flat.set(jump, new Jump(flat.size()));
  }
}
