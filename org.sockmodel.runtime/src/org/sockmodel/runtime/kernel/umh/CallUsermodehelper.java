package org.sockmodel.runtime.kernel.umh;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;

/**
 * {@code call_usermodehelper_exec} with {@code UMH_WAIT_PROC}, {@code kernel/umh.c}: leaves a program to a worker and
 * sleeps until it has ended. {@code n}: 1 if the program is there, 0 if its file is missing; {@code other}: the {@link
 * SubprocessInfo}. No signal wakes the sleeper but one that kills it, which the simulator leaves waiting, too.
 */
public final class CallUsermodehelper extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int QUEUE = 1;
  private static final int WAIT = 2;
  private static final int SLEEP = 3;
  private static final int RETURN = 4;

  private final Scheduler scheduler;
  private final WorkerPool workers;
  private final Path setup;
  private final Path waitForCompletion;
  private final Path ended;

  public CallUsermodehelper(Path[] paths, Scheduler scheduler, WorkerPool workers) {
    super("call_usermodehelper_exec");
    this.scheduler = scheduler;
    this.workers = workers;
    setup = PathPoint.CALL_USERMODEHELPER.in(paths);
    waitForCompletion = PathPoint.WAIT_FOR_COMPLETION.in(paths);
    ended = PathPoint.USERMODEHELPER_ENDED.in(paths);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    switch (frame.pc) {
      case BEGIN -> {
        frame.other = new SubprocessInfo(scheduler.current(cpu), frame.n != 0);
        cpu.walk(frame, setup, QUEUE);
      }
      case QUEUE -> cpu.call(frame, scheduler.tryToWakeUp(), workers.queue((SubprocessInfo) frame.other), WAIT);
      case WAIT -> {
        if (((SubprocessInfo) frame.other).isComplete()) {
          cpu.walk(frame, ended, RETURN);
        } else {
          scheduler.current(cpu).state(Task.UNINTERRUPTIBLE);
          cpu.walk(frame, waitForCompletion, SLEEP);
        }
      }
      case SLEEP -> cpu.call(frame, scheduler.schedule(), WAIT);
      default -> cpu.ret(frame, 0);
    }
  }
}
