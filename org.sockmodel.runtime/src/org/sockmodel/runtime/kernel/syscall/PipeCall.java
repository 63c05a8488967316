package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.trace.Syscall;

/**
 * {@code read(2)} or {@code write(2)} of a pipe, {@code fs/read_write.c}. {@code self}: the {@link
 * org.sockmodel.runtime.kernel.pipe.Pipe}; {@code other}: the caller's wait queue entry; {@code n}: bytes, later the
 * result; {@code m}: flags of the pipe's function; {@code k}: the descriptor.
 */
public final class PipeCall extends TracedCall {

  private final Syscall syscall;
  private final KernelFunction function;

  /**
   * @param function see {@code kernel.pipe}
   */
  public PipeCall(Syscall syscall, KernelFunction function, Path[] paths, Scheduler scheduler) {
    super(syscall, paths, scheduler);
    this.syscall = syscall;
    this.function = function;
  }

  @Override
  void enter(Cpu cpu, Frame frame) {
    cpu.trace().fire(syscall.enter(), frame.k, 0, frame.n);
  }

  @Override
  void work(Cpu cpu, Frame frame, int nextPc) {
    Frame callee = cpu.call(frame, function, frame.self, nextPc);
    callee.other = frame.other;
    callee.n = frame.n;
    callee.m = frame.m;
  }
}
