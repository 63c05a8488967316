package org.sockmodel.runtime.kernel.nic;

import java.util.ArrayList;
import java.util.List;
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
  private final List<InterruptModeration> sharing = new ArrayList<>(2);
  private Interrupt line;
  private boolean masked;
  private boolean latched;
  private boolean raised;

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

  /** One more that holds back interrupts of this vector. */
  void add(InterruptModeration one) {
    sharing.add(one);
  }

  /** The card has so many packets for the driver; or none, where software sets a cause by itself ({@code ICS}). */
  void announce(int packets) {
    announce(moderation, packets);
  }

  /** The same of packets that another moderation holds back. */
  void announce(InterruptModeration by, int packets) {
    if (masked) {
      latched = latches;
    } else {
      by.packetsWait(packets);
    }
  }

  boolean isMasked() {
    return masked;
  }

  /** Interrupts and masks the vector; though it may be masked, as an emulated card does. */
  void raise() {
    masked = true;
    raised = true;
    for (int i = 0; i < sharing.size(); i++) {
      sharing.get(i).masked();
    }
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
    moderation.pollCompleted(packets, bytes);
  }

  Cpu cpu() {
    return cpu;
  }

  Simulator simulator() {
    return cpu.simulator();
  }
}
