package org.sockmodel.runtime.workload;

import java.util.ArrayList;
import java.util.List;
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
   */
  record Call(UserCall userCall, int line) implements Operation {
  }

  /** Starts counting a loop's rounds. */
  record BeginLoop(int counter, long count) implements Operation {
  }

  /** Goes to {@code target} when no round is left. */
  record RepeatLoop(int counter, int target) implements Operation {
  }

  /** Goes to {@code target} unless the call before ended with {@code errno} (any, if that is 0). */
  record UnlessErrno(int errno, int target) implements Operation {
  }

  record Jump(int target) implements Operation {
  }

  private final List<Operation> operations = new ArrayList<>();
  private final UserCalls calls;
  private int counters;
  private boolean endless;

  Program(List<Instruction> instructions, UserCalls calls) {
    this.calls = calls;
    flatten(instructions);
  }

  Operation at(int index) {
    return operations.get(index);
  }

  int length() {
    return operations.size();
  }

  /** How many loop counters a thread needs. */
  int counters() {
    return counters;
  }

  /** Whether it has a loop without end. */
  boolean isEndless() {
    return endless;
  }

  private void flatten(List<Instruction> instructions) {
    for (Instruction instruction : instructions) {
      if (instruction instanceof Instruction.Loop loop) {
        flattenLoop(loop);
      } else if (instruction instanceof Instruction.IfErrno branch) {
        flattenBranch(branch);
      } else {
        operations.add(new Call(calls.of(instruction), instruction.line()));
      }
    }
  }

  private void flattenLoop(Instruction.Loop loop) {
    int counter = counters++;
    endless |= loop.count() == Instruction.FOREVER;
    operations.add(new BeginLoop(counter, loop.count()));
    int begin = operations.size();
    operations.add(null);
    flatten(loop.body());
    operations.add(new Jump(begin));
    operations.set(begin, new RepeatLoop(counter, operations.size()));
  }

  private void flattenBranch(Instruction.IfErrno branch) {
    int test = operations.size();
    operations.add(null);
    flatten(branch.then());
    int jump = operations.size();
    operations.add(null);
    operations.set(test, new UnlessErrno(branch.errno(), operations.size()));
    flatten(branch.otherwise());
    operations.set(jump, new Jump(operations.size()));
  }
}
