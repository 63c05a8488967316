package org.sockmodel.runtime.kernel.sched;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.PathPoint;

/**
 * {@code wake_up_new_task}, {@code kernel/sched/core.c}: a task that has just been made goes on the run queue of the
 * CPU that has least to do, and is not left to that CPU. {@code self}: the {@link Task}. Returns 0.
 */
final class WakeUpNewTask extends KernelFunction {

  private final Scheduler scheduler;

  WakeUpNewTask(Scheduler scheduler) {
    super("wake_up_new_task");
    this.scheduler = scheduler;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    if (frame.pc == 0) {
      cpu.irqsOff();
      cpu.walk(frame, scheduler.path(PathPoint.WAKE_UP_NEW_TASK), 1);
    } else {
      scheduler.activateNew(cpu, (Task) frame.self);
      cpu.irqsOn();
      cpu.ret(frame, 0);
    }
  }
}
