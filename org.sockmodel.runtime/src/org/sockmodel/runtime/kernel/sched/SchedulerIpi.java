package org.sockmodel.runtime.kernel.sched;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.trace.IrqTracepoints.RescheduleEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.RescheduleExit;

/** {@code scheduler_ipi}: does nothing itself; the return from the interrupt calls the scheduler. */
final class SchedulerIpi extends KernelFunction {

  /** {@code RESCHEDULE_VECTOR}, {@code arch/x86/include/asm/irq_vectors.h}. */
  private static final int VECTOR = 253;

  SchedulerIpi() {
    super("scheduler_ipi");
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    cpu.trace().fire(RescheduleEntry.TRACEPOINT, VECTOR);
    cpu.trace().fire(RescheduleExit.TRACEPOINT, VECTOR);
    cpu.ret(frame, 0);
  }
}
