package org.sockmodel.runtime.kernel.sched;

import org.sockmodel.runtime.kernel.cpu.Interrupt;
import org.sockmodel.runtime.kernel.cpu.PathPoint;

/** {@code sysvec_apic_timer_interrupt}, {@code arch/x86/kernel/apic/apic.c}: how a CPU takes a timer's interrupt. */
public abstract class LocalTimerInterrupt extends Interrupt {

  /** {@code LOCAL_TIMER_VECTOR}, {@code arch/x86/include/asm/irq_vectors.h}. */
  protected static final int VECTOR = 236;

  @Override
  public final PathPoint entry() {
    return PathPoint.TIMER_ENTRY;
  }

  @Override
  public final PathPoint exit() {
    return PathPoint.TIMER_EXIT;
  }
}
