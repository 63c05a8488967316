package org.sockmodel.runtime.kernel.sched;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.trace.IrqTracepoints.IpiSendCpu;

/** A function that other CPUs have one CPU call: {@code smp_call_function_single_async}, {@code kernel/smp.c}. */
public final class SmpCall {

  /** {@code CALL_FUNCTION_SINGLE_VECTOR}, {@code arch/x86/include/asm/irq_vectors.h}. */
  public static final int VECTOR = 251;

  private final Scheduler scheduler;
  private final InterProcessorInterrupt interrupt;
  private final int target;
  private final int callsite;
  private final int callback;

  SmpCall(Scheduler scheduler, InterProcessorInterrupt interrupt, int target, int callsite, int callback) {
    this.scheduler = scheduler;
    this.interrupt = interrupt;
    this.target = target;
    this.callsite = callsite;
    this.callback = callback;
  }

  /** Sends the interrupt. */
  public void send(Cpu from) {
    from.trace().fire(IpiSendCpu.TRACEPOINT, target, callsite, callback);
    scheduler.send(from, interrupt);
  }
}
