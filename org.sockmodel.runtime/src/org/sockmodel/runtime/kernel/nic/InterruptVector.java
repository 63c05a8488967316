package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Interrupt;
import org.sockmodel.runtime.sim.Simulator;

/**
 * One interrupt vector of a card, or its only line: what it is raised for, what holds that back, and which CPU takes
 * it ({@code /proc/irq/N/smp_affinity}). Raising it masks it, until the driver says that it is done.
 */
public final class InterruptVector {

  private final Cpu cpu;
  private final InterruptModeration moderation;
  private final boolean latches;
  private Interrupt line;
  private boolean masked;
  private boolean latched;
  private boolean raised;
  private long interrupts;

  /**
   * @param latches whether the card keeps a cause that comes while the vector is masked ({@code ICR}, {@code EICR}) and
   *     interrupts for it as soon as it is not, though a poll may have seen to it
   */
  public InterruptVector(Cpu cpu, InterruptModeration moderation, boolean latches) {
    this.cpu = cpu;
    this.moderation = moderation;
    this.latches = latches;
    moderation.attach(this);
  }

  /** Says which interrupt of the CPU the vector is; several may share one. */
  public void connect(Interrupt newLine) {
    line = newLine;
  }

  /** The card has so many packets for the driver; or none, where software sets a cause by itself ({@code ICS}). */
  void announce(int packets) {
    if (masked) {
      latched = latches;
    } else {
      moderation.packetsWait(packets);
    }
  }

  /** Interrupts and masks the vector. */
  void raise() {
    if (!masked) {
      raiseThoughMasked();
    }
  }

  /** Raises the vector though it may be masked, as an emulated card does. */
  void raiseThoughMasked() {
    interrupts++;
    masked = true;
    raised = true;
    cpu.interrupt(line);
  }

  /** The driver reads and clears the causes; false if this vector did not interrupt ({@code IRQ_NONE}). */
  boolean acknowledge() {
    boolean mine = raised;
    raised = false;
    latched = false;
    return mine;
  }

  /** Lets the vector interrupt again. */
  void unmask() {
    masked = false;
    if (latched) {
      latched = false;
      moderation.packetsWait(0);
    }
  }

  /** The driver has polled its ring empty; {@code packets} and {@code bytes} of all polls so far. */
  void pollCompleted(long packets, long bytes) {
    moderation.pollCompleted(interrupts, packets, bytes);
  }

  Cpu cpu() {
    return cpu;
  }

  Simulator simulator() {
    return cpu.simulator();
  }
}
