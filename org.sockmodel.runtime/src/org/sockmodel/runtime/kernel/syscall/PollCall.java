package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;

/**
 * {@code poll(2)} or {@code select(2)}, {@code fs/select.c}. {@code self}: the {@link
 * org.sockmodel.runtime.kernel.epoll.PollWqueues}; {@code n}: the timeout in ns, less than 0 for none; {@code m}: how
 * many descriptors, or the highest of them and one.
 */
public final class PollCall extends TracedCall {

  private static final long NS_PER_MS = 1_000_000;

  private final KernelFunction doPoll;
  private final boolean select;

  private PollCall(Syscall syscall, KernelFunction doPoll, Path[] paths, Scheduler scheduler) {
    super(syscall, paths, scheduler);
    this.doPoll = doPoll;
    select = syscall == Syscall.SELECT;
  }

  public static PollCall poll(KernelFunction doPoll, Path[] paths, Scheduler scheduler) {
    return new PollCall(Syscall.POLL, doPoll, paths, scheduler);
  }

  public static PollCall select(KernelFunction doSelect, Path[] paths, Scheduler scheduler) {
    return new PollCall(Syscall.SELECT, doSelect, paths, scheduler);
  }

  @Override
  void enter(Cpu cpu, Frame frame) {
    if (!select) {
      cpu.trace().fire(Syscall.POLL.enter(), 0, frame.m, frame.n < 0 ? -1 : frame.n / NS_PER_MS);
    } else if (cpu.trace().enabled()) {
      TraceEvent event = cpu.trace().begin(Syscall.SELECT.enter());
      event.set(0, frame.m).set(1, 0).set(2, 0).set(3, 0).set(4, 0);
      cpu.trace().commit();
    }
  }

  @Override
  void work(Cpu cpu, Frame frame, int nextPc) {
    cpu.call(frame, doPoll, frame.self, nextPc).n = frame.n;
  }
}
