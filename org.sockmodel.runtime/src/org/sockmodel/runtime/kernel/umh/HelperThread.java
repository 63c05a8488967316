package org.sockmodel.runtime.kernel.umh;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;

/**
 * The bottom frame of a program's thread: {@code call_usermodehelper_exec_async}, {@code kernel/umh.c}, then the
 * program in user space, if its file is there, and its end. {@code self}: the {@link SubprocessInfo}.
 */
final class HelperThread extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int EXECUTED = 1;
  private static final int EXIT = 2;

  private final Scheduler scheduler;
  private final KernelFunction execve;
  private final KernelFunction exit;
  private final Path program;
  private final int name;

  HelperThread(Path[] paths, Scheduler scheduler, int name) {
    super("call_usermodehelper_exec_async");
    this.scheduler = scheduler;
    this.name = name;
    execve = new KernelExecve(PathPoint.KERNEL_EXECVE.in(paths));
    exit = new DoExit(paths, scheduler);
    program = PathPoint.MODPROBE.in(paths);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SubprocessInfo info = (SubprocessInfo) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.call(frame, execve, EXECUTED);
      case EXECUTED -> {
        if (info.found()) {
          scheduler.current(cpu).comm(name);
          cpu.walk(frame, program, EXIT);
        } else {
          frame.pc = EXIT;
        }
      }
      default -> cpu.call(frame, exit, info, EXIT);
    }
  }
}
