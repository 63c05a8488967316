package org.sockmodel.runtime.kernel.umh;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;

/**
 * {@code do_exit}, {@code kernel/exit.c}: wakes the parent, which waits for the end, and never runs again.
 * {@code self}: the {@link SubprocessInfo}. The parent ignores the SIGCHLD, which is not simulated.
 */
final class DoExit extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int NOTIFY = 1;
  private static final int DIE = 2;

  private final Scheduler scheduler;
  private final Path path;

  DoExit(Path[] paths, Scheduler scheduler) {
    super("do_exit");
    this.scheduler = scheduler;
    path = PathPoint.DO_EXIT.in(paths);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SubprocessInfo info = (SubprocessInfo) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, NOTIFY);
      case NOTIFY -> {
        info.exit();
        cpu.call(frame, scheduler.tryToWakeUp(), info.parent(), DIE);
      }
      default -> {
        scheduler.current(cpu).state(Task.ZOMBIE);
        cpu.call(frame, scheduler.schedule(), DIE);
      }
    }
  }
}
