package org.sockmodel.runtime.kernel.signal;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.uapi.Errno;

/**
 * {@code do_sigtimedwait}, {@code kernel/signal.c}: takes a signal that is blocked, or sleeps until it comes. {@code
 * self}: the {@link TaskSignals} of the current task; {@code n}: the signal; {@code m}: 1 if it was blocked before.
 * Returns the signal, or minus an errno.
 */
public final class DoSigtimedwait extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int LOOK = 1;
  private static final int SLEEP = 2;

  private final Path sleep;
  private final Scheduler scheduler;

  public DoSigtimedwait(Path[] paths, Scheduler scheduler) {
    super("do_sigtimedwait");
    sleep = PathPoint.DO_SIGTIMEDWAIT.in(paths);
    this.scheduler = scheduler;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TaskSignals signals = (TaskSignals) frame.self;
    int signal = (int) frame.n;
    switch (frame.pc) {
      case BEGIN -> {
        if (signals.dequeue(signal) != null) {
          cpu.ret(frame, signal);
          return;
        }
        frame.m = signals.isBlocked(signal) ? 1 : 0;
        signals.block(signal, false);
        signals.task().state(Task.INTERRUPTIBLE);
        cpu.walk(frame, sleep, SLEEP);
      }
      case SLEEP -> cpu.call(frame, scheduler.schedule(), LOOK);
      default -> {
        boolean taken = signals.dequeue(signal) != null;
        signals.block(signal, frame.m != 0);
        cpu.ret(frame, taken ? signal : -Errno.EINTR);
      }
    }
  }
}
