package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.kernel.signal.DeliverSignals;
import org.sockmodel.runtime.uapi.Errno;

/**
 * User space: the frame at the bottom of every thread's stack, which does one operation of the thread's program after
 * the other. {@code self}: the {@link AppThread}.
 */
final class UserProgram extends KernelFunction {

  /** The frame goes on with the program's next operation. */
  static final int NEXT = 0;

  /** The frame goes on with what a system call returned. */
  static final int RETURNED = 1;

  /** The frame goes on with what becomes of a call after signals. */
  private static final int SIGNALLED = 2;

  private final KernelFunction schedule;
  private final KernelFunction deliverSignals;
  private final KernelFunction taskWork;

  /**
   * @param deliverSignals see {@link DeliverSignals}
   * @param taskWork see {@link org.sockmodel.runtime.kernel.syscall.TaskWorkRun}
   */
  UserProgram(KernelFunction schedule, KernelFunction deliverSignals, KernelFunction taskWork) {
    super("user");
    this.deliverSignals = deliverSignals;
    this.schedule = schedule;
    this.taskWork = taskWork;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    AppThread thread = (AppThread) frame.self;
    do {
      go(cpu, frame, thread);
    } while (cpu.goOn(frame) != Cpu.SUSPENDED);
  }

  private void go(Cpu cpu, Frame frame, AppThread thread) {
    if (thread.signals.group().isExiting() && thread.position < thread.program.length()) {
      thread.position = thread.program.length();
      frame.pc = NEXT;
    } else if (frame.pc == RETURNED) {
      returned(cpu, frame, thread, cpu.result());
    } else if (frame.pc == SIGNALLED) {
      signalled(frame, thread, cpu.result());
    } else if (thread.position == thread.program.length()) {
      thread.task().state(Task.DEAD);
      cpu.call(frame, schedule, NEXT);
    } else {
      run(cpu, frame, thread, thread.next());
    }
  }

  private void returned(Cpu cpu, Frame frame, AppThread thread, long result) {
    Object closed = thread.letGo();
    if (closed != null) {
      cpu.call(frame, taskWork, closed, RETURNED).n = result;
      return;
    }
    if (thread.task().signalPending() || DeliverSignals.isInterrupted(result)) {
      cpu.call(frame, deliverSignals, thread.signals, SIGNALLED).n = result;
    } else {
      end(frame, thread, result);
    }
  }

  private static void signalled(Frame frame, AppThread thread, long result) {
    if (result == DeliverSignals.RESTART) {
      thread.position--;
      frame.pc = NEXT;
    } else {
      end(frame, thread, result);
    }
  }

  private static void end(Frame frame, AppThread thread, long result) {
    frame.pc = NEXT;
    Program.Call call = (Program.Call) thread.program.at(thread.position - 1);
    answer(thread, call, call.userCall().end(frame, thread, result));
  }

  private void run(Cpu cpu, Frame frame, AppThread thread, Program.Operation operation) {
    if (operation instanceof Program.Call call) {
      long result = call.userCall().begin(cpu, frame, thread);
      if (result != UserCall.ENTERED) {
        answer(thread, call, result);
      }
    } else if (operation instanceof Program.BeginLoop begin) {
      thread.roundsLeft[begin.counter()] = begin.count();
      thread.position = begin.count() > 0 ? thread.position : begin.end();
    } else if (operation instanceof Program.RepeatLoop repeat) {
      thread.position = --thread.roundsLeft[repeat.counter()] > 0 ? repeat.begin() : thread.position;
    } else if (operation instanceof Program.Jump jump) {
      thread.position = jump.target();
    } else if (operation instanceof Program.UnlessErrno test) {
      boolean matches = thread.lastErrno != 0 && (test.errno() == 0 || thread.lastErrno == test.errno());
      thread.position = matches ? thread.position : test.target();
    }
  }

  /**
   * Takes a call's result; an errno that the next operation does not look at ends the thread, and the end of what it
   * reads a loop, as programs loop while {@code recv()} gives something.
   */
  private static void answer(AppThread thread, Program.Call call, long result) {
    thread.lastErrno = (int) -Math.min(result, 0);
    Descriptor read = result == 0 && call.reads() != null ? thread.descriptors().file(call.reads()) : null;
    if (read != null && read.hasEnded()) {
      thread.foundEnd(read);
    }
    boolean handled = thread.position < thread.program.length()
        && thread.program.at(thread.position) instanceof Program.UnlessErrno;
    if (result < 0 && !handled) {
      thread.application.fail(thread, "line " + call.line() + ": " + Errno.name(thread.lastErrno));
      thread.position = thread.program.length();
    }
  }
}
