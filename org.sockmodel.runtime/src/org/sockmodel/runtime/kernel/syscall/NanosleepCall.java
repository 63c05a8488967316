package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.trace.Syscall;

/**
 * {@code clock_nanosleep(2)}, {@code kernel/time/hrtimer.c}. {@code n}: how long, in ns; {@code m}: its timer; {@code
 * k}: the result.
 */
public final class NanosleepCall extends KernelFunction {

  /** {@code ERESTART_RESTARTBLOCK}, {@code include/linux/errno.h}: a signal came before the time was over. */
  private static final long ERESTART_RESTARTBLOCK = 516;
  private static final int BEGIN = 0;
  private static final int SLEEP = 1;
  private static final int WOKEN = 2;
  private static final int EXIT = 3;
  private static final int RETURN = 4;

  private final Path nanosleep;
  private final SyscallExit exit;
  private final Scheduler scheduler;

  public NanosleepCall(Path[] paths, Scheduler scheduler) {
    super("sys_clock_nanosleep");
    nanosleep = PathPoint.NANOSLEEP.in(paths);
    exit = new SyscallExit(Syscall.CLOCK_NANOSLEEP, paths, scheduler);
    this.scheduler = scheduler;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    switch (frame.pc) {
      case BEGIN -> {
        cpu.trace().fire(Syscall.CLOCK_NANOSLEEP.enter(), 1, 0, 0, 0);
        cpu.walk(frame, nanosleep, SLEEP);
      }
      case SLEEP -> {
        scheduler.current(cpu).state(Task.INTERRUPTIBLE);
        frame.m = scheduler.startTimer(cpu, cpu.nowNs() + frame.n);
        cpu.call(frame, scheduler.schedule(), WOKEN);
      }
      case WOKEN -> {
        frame.k = scheduler.cancelTimer(cpu, frame.m) ? -ERESTART_RESTARTBLOCK : 0;
        exit.begin(cpu, frame, EXIT);
      }
      case EXIT -> exit.end(cpu, frame, frame.k, RETURN);
      default -> cpu.ret(frame, frame.k);
    }
  }
}
