package org.sockmodel.runtime.kernel.sched;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.trace.IrqTracepoints.CallFunctionSingleEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.CallFunctionSingleExit;

/** {@code sched_ttwu_pending}, {@code kernel/sched/core.c}: the target CPU's half of a remote wake-up. */
final class SchedTtwuPending extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int NEXT = 1;
  private static final int ACTIVATED = 2;

  private final Scheduler scheduler;

  SchedTtwuPending(Scheduler scheduler) {
    super("sched_ttwu_pending");
    this.scheduler = scheduler;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    RunQueue runQueue = scheduler.runQueue(cpu.id());
    switch (frame.pc) {
      case BEGIN -> {
        cpu.trace().fire(CallFunctionSingleEntry.TRACEPOINT, SmpCall.VECTOR);
        frame.pc = NEXT;
      }
      case NEXT -> {
        if (runQueue.wakeList.isEmpty()) {
          cpu.trace().fire(CallFunctionSingleExit.TRACEPOINT, SmpCall.VECTOR);
          cpu.ret(frame, 0);
        } else {
          cpu.walk(frame, scheduler.path(PathPoint.SCHED_TTWU_PENDING), ACTIVATED);
        }
      }
      default -> {
        scheduler.activate(cpu, runQueue.wakeList.poll(), cpu.id());
        frame.pc = NEXT;
      }
    }
  }
}
