package org.sockmodel.runtime.kernel.umh;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;

/**
 * {@code call_usermodehelper_exec_sync}, {@code kernel/umh.c}: starts the program's thread, waits for its end and lets
 * the caller go on. {@code self}: the {@link SubprocessInfo}; {@code other}: the thread.
 */
public final class UsermodeHelperWork extends KernelFunction {

  /** Makes the task of a program's thread. */
  public interface Clone {

    /** A task with the name of the one that starts it. */
    Task like(Task parent);
  }

  private static final int BEGIN = 0;
  private static final int START = 1;
  private static final int WAIT = 2;
  private static final int SLEEP = 3;
  private static final int COMPLETE = 4;
  private static final int RETURN = 5;

  private final Scheduler scheduler;
  private final Clone clone;
  private final KernelFunction helperThread;
  private final Path begin;
  private final Path doWait;
  private final Path waited;

  /**
   * @param program the name of the program's task once it runs, an id in the trace's names
   */
  public UsermodeHelperWork(Path[] paths, Scheduler scheduler, Clone clone, int program) {
    super("call_usermodehelper_exec_work");
    this.scheduler = scheduler;
    this.clone = clone;
    helperThread = new HelperThread(paths, scheduler, program);
    begin = PathPoint.USER_MODE_THREAD.in(paths);
    doWait = PathPoint.DO_WAIT.in(paths);
    waited = PathPoint.DO_WAIT_DONE.in(paths);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SubprocessInfo info = (SubprocessInfo) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        info.parent(scheduler.current(cpu));
        cpu.walk(frame, begin, START);
      }
      case START -> {
        Task thread = clone.like(info.parent());
        scheduler.startSleeping(thread, helperThread, info);
        cpu.call(frame, scheduler.wakeUpNewTask(), thread, WAIT);
      }
      case WAIT -> {
        if (info.exited()) {
          cpu.walk(frame, waited, COMPLETE);
        } else {
          info.parent().state(Task.INTERRUPTIBLE);
          cpu.walk(frame, doWait, SLEEP);
        }
      }
      case SLEEP -> cpu.call(frame, scheduler.schedule(), WAIT);
      case COMPLETE -> {
        info.complete();
        cpu.call(frame, scheduler.tryToWakeUp(), info.caller(), RETURN);
      }
      default -> cpu.ret(frame, 0);
    }
  }
}
