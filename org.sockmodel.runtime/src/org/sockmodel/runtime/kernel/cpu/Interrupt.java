package org.sockmodel.runtime.kernel.cpu;

/**
 * Something that can interrupt a CPU: a device's line, the local timer or an interrupt from another CPU. An interrupt
 * that is raised again before its handler begins is taken once, as an edge in the interrupt controller is: most of the
 * time from raising to the handler is the interrupt's way to the CPU.
 */
public abstract class Interrupt {

  boolean pending;
  /** The one that was raised next at the same CPU and waits too. */
  Interrupt next;

  /** The CPU has taken the interrupt: it is about to call the handler, and from now on another may be raised. */
  public final void taken() {
    pending = false;
  }

  /** The handler; called with interrupts off and this interrupt as its {@code self}. */
  public abstract KernelFunction handler();

  /** What the CPU does before the handler. */
  public abstract PathPoint entry();

  /** What the CPU does after the handler. */
  public abstract PathPoint exit();
}
