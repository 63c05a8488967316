package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.trace.Syscall;

/**
 * {@code task_work_run} with {@code ____fput}, {@code fs/file_table.c}: on the way to user space a thread releases a
 * file that was closed while its call used it. {@code self}: what is behind the descriptor; {@code n}: what the call
 * returned. Returns that.
 */
public final class TaskWorkRun extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int RELEASED = 1;
  private static final int RETURN = 2;

  private final CloseCall.Releases releases;
  private final SyscallExit exit;

  public TaskWorkRun(CloseCall.Releases releases, Path[] paths, Scheduler scheduler) {
    super("task_work_run");
    this.releases = releases;
    exit = new SyscallExit(Syscall.CLOSE, paths, scheduler);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    switch (frame.pc) {
      case BEGIN -> cpu.call(frame, releases.of(frame.self), frame.self, RELEASED);
      case RELEASED -> exit.giveWay(cpu, frame, RETURN);
      default -> cpu.ret(frame, frame.n);
    }
  }
}
