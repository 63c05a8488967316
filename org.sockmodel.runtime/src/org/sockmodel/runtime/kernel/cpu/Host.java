package org.sockmodel.runtime.kernel.cpu;

import org.sockmodel.runtime.trace.TraceEvent;

/**
 * The host of an emulated machine, whose threads run its CPUs and its cards when they get to it. A machine without one
 * does everything when the model says.
 */
public interface Host {

  /**
   * A CPU has just done what an event tells.
   *
   * @return how much longer than the model says it takes for what it does next with interrupts on, which it takes
   *     meanwhile, in ns; 0 for no longer
   */
  long delayNs(TraceEvent event);

  /** When a card's interrupt reaches its CPU, in ns, in order; instead of when the card would interrupt. */
  long[] interruptsNs(int irq);

  /**
   * When a CPU runs softirqs that are not simulated, so that others begin only after them.
   *
   * @return begin and end of each time, alternately, in ns
   */
  long[] otherSoftirqsNs(int cpu);
}
