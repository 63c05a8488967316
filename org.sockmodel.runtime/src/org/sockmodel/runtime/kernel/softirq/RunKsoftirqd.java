package org.sockmodel.runtime.kernel.softirq;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.sched.Task;

/** {@code run_ksoftirqd}, {@code kernel/softirq.c}: a CPU's own thread for softirqs that do not end. */
final class RunKsoftirqd extends KernelFunction {

  private static final int CHECK = 0;
  private static final int RAN = 1;

  private final Softirqs softirqs;

  RunKsoftirqd(Softirqs softirqs) {
    super("run_ksoftirqd");
    this.softirqs = softirqs;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    if (frame.pc == RAN && softirqs.scheduler.needResched(cpu)) {
      cpu.call(frame, softirqs.scheduler.schedule(), CHECK);
    } else if (softirqs.isPending(cpu)) {
      cpu.irqsOff();
      cpu.call(frame, softirqs.handleSoftirqs(), RAN);
    } else {
      ((Task) frame.self).state(Task.INTERRUPTIBLE);
      cpu.call(frame, softirqs.scheduler.schedule(), CHECK);
    }
  }
}
