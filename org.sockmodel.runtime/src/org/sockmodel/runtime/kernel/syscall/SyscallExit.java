package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.trace.Syscall;

/**
 * The way of a system call back to user space: {@code syscall_exit_to_user_mode}, {@code kernel/entry/common.c}. First
 * {@link #begin}, then {@link #end}.
 */
final class SyscallExit {

  private final Syscall syscall;
  private final Path up;
  private final Scheduler scheduler;

  SyscallExit(Syscall syscall, Path[] paths, Scheduler scheduler) {
    this.syscall = syscall;
    this.scheduler = scheduler;
    up = PathPoint.SYSCALL_EXIT.in(paths);
  }

  /** From the protocol's return upwards; the frame goes on at {@code nextPc}. */
  void begin(Cpu cpu, Frame frame, int nextPc) {
    cpu.walk(frame, up, nextPc);
  }

  /** The same of a call that goes on within its step if it can; {@code nextPc}, or {@link Cpu#SUSPENDED}. */
  int beginOn(Cpu cpu, Frame frame, int nextPc) {
    return cpu.walkOn(frame, up, nextPc);
  }

  /** Fires the exit tracepoint, and gives way to another task if one is to run; the frame goes on at {@code nextPc}. */
  void end(Cpu cpu, Frame frame, long result, int nextPc) {
    cpu.trace().fire(syscall.exit(), result);
    giveWay(cpu, frame, nextPc);
  }

  /** The same of a call that goes on within its step if it can; {@code nextPc}, or {@link Cpu#SUSPENDED}. */
  int endOn(Cpu cpu, Frame frame, long result, int nextPc) {
    cpu.trace().fire(syscall.exit(), result);
    return scheduler.needResched(cpu) ? cpu.callOn(frame, scheduler.schedule(), null, nextPc) : nextPc;
  }

  /** {@code exit_to_user_mode_loop}: gives way if another task is to run; the frame goes on at {@code nextPc}. */
  void giveWay(Cpu cpu, Frame frame, int nextPc) {
    frame.pc = nextPc;
    if (scheduler.needResched(cpu)) {
      cpu.call(frame, scheduler.schedule(), nextPc);
    }
  }
}
