package org.sockmodel.runtime.kernel.cpu;

/**
 * Something that can interrupt a CPU: a device's line, the local timer or an interrupt from another CPU. An interrupt
 * that is raised again before the CPU took it is taken once, as an edge in the interrupt controller is.
 */
public abstract class Interrupt {

  boolean pending;
  /** The one that was raised next at the same CPU and waits too. */
  Interrupt next;

  /** The handler; called with interrupts off and this interrupt as its {@code self}. */
  public abstract KernelFunction handler();

  /** What the CPU does before the handler. */
  public abstract PathPoint entry();

  /** What the CPU does after the handler. */
  public abstract PathPoint exit();
}
