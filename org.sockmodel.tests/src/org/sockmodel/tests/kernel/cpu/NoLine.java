package org.sockmodel.tests.kernel.cpu;

import org.sockmodel.runtime.kernel.cpu.Interrupt;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.PathPoint;

/** An interrupt for CPUs whose handler is the same for every line. */
final class NoLine extends Interrupt {

  @Override
  public KernelFunction handler() {
    return null;
  }

  @Override
  public PathPoint entry() {
    return PathPoint.HARDIRQ_ENTRY;
  }

  @Override
  public PathPoint exit() {
    return PathPoint.HARDIRQ_EXIT;
  }
}
