package org.sockmodel.runtime.kernel.sched;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Interrupt;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.sim.Event;

/** An interrupt that one CPU sends to another; as an event it is the arrival at the target. */
public final class InterProcessorInterrupt extends Interrupt implements Event {

  private final KernelFunction handler;
  private final Cpu target;

  /**
   * @param handler gets the interrupt as its {@code self}
   */
  public InterProcessorInterrupt(KernelFunction handler, Cpu target) {
    this.handler = handler;
    this.target = target;
  }

  @Override
  public KernelFunction handler() {
    return handler;
  }

  @Override
  public PathPoint entry() {
    return PathPoint.IPI_ENTRY;
  }

  @Override
  public PathPoint exit() {
    return PathPoint.IPI_EXIT;
  }

  @Override
  public void fire(int argument) {
    target.interrupt(this);
  }
}
