package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.trace.Syscall;

/**
 * {@code rt_sigtimedwait(2)}, {@code kernel/signal.c}. {@code self}: the {@link
 * org.sockmodel.runtime.kernel.signal.TaskSignals} of the current task; {@code n}: the signal.
 */
public final class SigtimedwaitCall extends TracedCall {

  /** {@code sizeof(sigset_t)} in the kernel. */
  private static final int SIGSET_BYTES = 8;

  private final KernelFunction doSigtimedwait;

  public SigtimedwaitCall(KernelFunction doSigtimedwait, Path[] paths, Scheduler scheduler) {
    super(Syscall.RT_SIGTIMEDWAIT, paths, scheduler);
    this.doSigtimedwait = doSigtimedwait;
  }

  @Override
  void enter(Cpu cpu, Frame frame) {
    cpu.trace().fire(Syscall.RT_SIGTIMEDWAIT.enter(), 0, 0, 0, SIGSET_BYTES);
  }

  @Override
  void work(Cpu cpu, Frame frame, int nextPc) {
    cpu.call(frame, doSigtimedwait, frame.self, nextPc).n = frame.n;
  }
}
