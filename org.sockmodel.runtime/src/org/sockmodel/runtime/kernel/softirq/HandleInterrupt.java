package org.sockmodel.runtime.kernel.softirq;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Interrupt;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;

/**
 * {@code common_interrupt} and {@code irq_exit}: from the interrupted code to the handler, and after it through the
 * pending softirqs and, where user space or the idle task was interrupted, through the scheduler and pending signals.
 * A task that goes on after softirqs finds its caches cold. {@code self} is the {@link Interrupt}; {@code k}: what the
 * interrupted code was given back last, returned as it was. The CPU calls this with interrupts off.
 */
final class HandleInterrupt extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int HANDLE = 1;
  private static final int HANDLED = 2;
  private static final int EXIT = 3;
  private static final int LEAVE = 4;
  private static final int SIGNALLED = 5;
  private static final int RAN_SOFTIRQS = 6;

  private final Softirqs softirqs;

  HandleInterrupt(Softirqs softirqs) {
    super("common_interrupt");
    this.softirqs = softirqs;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Interrupt interrupt = (Interrupt) frame.self;
    int pc = frame.pc;
    if (pc == BEGIN) {
      pc = cpu.walkOn(frame, interrupt.entry().in(softirqs.paths), HANDLE);
    }
    if (pc == HANDLE) {
      interrupt.taken();
      pc = cpu.callOn(frame, interrupt.handler(), interrupt, HANDLED);
    }
    if (pc == HANDLED) {
      pc = cpu.walkOn(frame, interrupt.exit().in(softirqs.paths), EXIT);
    }
    if (pc == EXIT) {
      pc = exit(cpu, frame);
    }
    if (pc == RAN_SOFTIRQS) {
      pc = warmUp(cpu, frame);
    }
    if (pc == LEAVE) {
      leave(cpu, frame, softirqs.scheduler.current(cpu));
    } else if (pc == SIGNALLED) {
      reschedule(cpu, frame, softirqs.scheduler.current(cpu));
    }
  }

  private int exit(Cpu cpu, Frame frame) {
    if (softirqs.mayRun(cpu)) {
      return cpu.callOn(frame, softirqs.handleSoftirqs(), null, RAN_SOFTIRQS);
    }
    frame.pc = LEAVE;
    cpu.irqsOn();
    return cpu.goOn(frame);
  }

  private int warmUp(Cpu cpu, Frame frame) {
    Scheduler scheduler = softirqs.scheduler;
    boolean taskGoesOn = !scheduler.current(cpu).isIdle() && !scheduler.needResched(cpu);
    return taskGoesOn && softirqs.coldTaskNs > 0 ? cpu.spendOn(frame, softirqs.coldTaskNs, LEAVE) : LEAVE;
  }

  /** {@code exit_to_user_mode_loop}, {@code kernel/entry/common.c}. */
  private void leave(Cpu cpu, Frame frame, Task current) {
    if (current.signalPending() && frame.interruptsUserOrIdle() && !softirqs.scheduler.needResched(cpu)) {
      cpu.call(frame, softirqs.deliverSignals(), current.signals(), SIGNALLED);
    } else {
      reschedule(cpu, frame, current);
    }
  }

  private void reschedule(Cpu cpu, Frame frame, Task current) {
    if (!softirqs.scheduler.needResched(cpu) || !frame.interruptsUserOrIdle()) {
      cpu.ret(frame, frame.k);
    } else if (current.signals() == null) {
      cpu.callInstead(frame, softirqs.scheduler.schedule());
    } else {
      cpu.call(frame, softirqs.scheduler.schedule(), LEAVE);
    }
  }
}
