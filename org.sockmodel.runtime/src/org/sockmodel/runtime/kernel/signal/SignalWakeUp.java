package org.sockmodel.runtime.kernel.signal;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;

/**
 * {@code signal_wake_up_state}, {@code kernel/signal.c}: has a thread look at its signals, be it asleep or in user
 * space on another CPU. {@code self}: its {@link TaskSignals}. Returns 0.
 */
final class SignalWakeUp extends KernelFunction {

  private static final int BEGIN = 0;

  private final Scheduler scheduler;

  SignalWakeUp(Scheduler scheduler) {
    super("signal_wake_up_state");
    this.scheduler = scheduler;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Task task = ((TaskSignals) frame.self).task();
    if (frame.pc == BEGIN) {
      task.signalPending(true);
      if (task.state() != Task.UNINTERRUPTIBLE) {
        cpu.call(frame, scheduler.tryToWakeUp(), task, BEGIN + 1);
        return;
      }
    } else if (cpu.result() == 0) {
      scheduler.kickProcess(cpu, task);
    }
    cpu.ret(frame, 0);
  }
}
