package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.trace.Syscall;

/**
 * A system call that one kernel function does: its entry and exit in the trace, and the scheduler on the way back to
 * user space ({@code arch/x86/entry/common.c}). Returns what the function returned.
 */
abstract class TracedCall extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int DONE = 1;
  private static final int EXIT = 2;
  private static final int RETURN = 3;

  private final SyscallExit exit;

  TracedCall(Syscall syscall, Path[] paths, Scheduler scheduler) {
    super("sys_" + syscall.symbol());
    exit = new SyscallExit(syscall, paths, scheduler);
  }

  /** Fires the entry tracepoint. */
  abstract void enter(Cpu cpu, Frame frame);

  /** Calls the function that does the work; the frame goes on at {@code nextPc}. */
  abstract void work(Cpu cpu, Frame frame, int nextPc);

  @Override
  protected final void step(Cpu cpu, Frame frame) {
    switch (frame.pc) {
      case BEGIN -> {
        enter(cpu, frame);
        work(cpu, frame, DONE);
      }
      case DONE -> {
        frame.n = cpu.result();
        exit.begin(cpu, frame, EXIT);
      }
      case EXIT -> exit.end(cpu, frame, frame.n, RETURN);
      default -> cpu.ret(frame, frame.n);
    }
  }
}
