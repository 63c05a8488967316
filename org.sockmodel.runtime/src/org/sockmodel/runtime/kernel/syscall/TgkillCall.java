package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.signal.TaskSignals;
import org.sockmodel.runtime.trace.Syscall;

/**
 * {@code tgkill(2)}, {@code kernel/signal.c}. {@code self}: the {@link TaskSignals} to send to; {@code n}: the signal.
 */
public final class TgkillCall extends TracedCall {

  private final KernelFunction sendSignal;

  public TgkillCall(KernelFunction sendSignal, Path[] paths, Scheduler scheduler) {
    super(Syscall.TGKILL, paths, scheduler);
    this.sendSignal = sendSignal;
  }

  @Override
  void enter(Cpu cpu, Frame frame) {
    TaskSignals target = (TaskSignals) frame.self;
    cpu.trace().fire(Syscall.TGKILL.enter(), target.group().tgid(), target.task().tid(), frame.n);
  }

  @Override
  void work(Cpu cpu, Frame frame, int nextPc) {
    cpu.call(frame, sendSignal, frame.self, nextPc).n = frame.n;
  }
}
