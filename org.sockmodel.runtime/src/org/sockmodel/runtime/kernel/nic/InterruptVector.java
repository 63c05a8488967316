package org.sockmodel.runtime.kernel.nic;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Interrupt;
import org.sockmodel.runtime.model.InterruptCauses;
import org.sockmodel.runtime.sim.Simulator;

/**
 * One interrupt vector of a card, or its only line: what it is raised for, what holds that back, and which CPU takes
 * it ({@code /proc/irq/N/smp_affinity}). Raising it masks it, until the driver says that it is done; which causes are
 * kept meanwhile is a matter of the card's {@link InterruptCauses}.
 */
public final class InterruptVector {

  private final Cpu cpu;
  private final InterruptModeration moderation;
  private final InterruptCauses causes;
  private final List<InterruptModeration> sharing = new ArrayList<>(2);
  private Interrupt line;
  private boolean masked;
  private boolean kept;
  private boolean raised;
  private boolean emulated;

  public InterruptVector(Cpu cpu, InterruptModeration moderation, InterruptCauses causes) {
    this.cpu = cpu;
    this.moderation = moderation;
    this.causes = causes;
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
      kept = causes != InterruptCauses.IN_MEMORY;
    } else {
      by.packetsWait(packets);
    }
  }

  /** Whether the card holds back an interrupt that is to come. */
  public boolean isPending() {
    boolean pending = false;
    for (int i = 0; i < sharing.size(); i++) {
      pending |= sharing.get(i).isPending();
    }
    return pending;
  }

  boolean isMasked() {
    return masked;
  }

  /** Interrupts, and masks the vector where the card or its driver does so. */
  void raise() {
    mask();
    repeat();
  }

  /** Masks the vector where the card or its driver does so. */
  void mask() {
    masked = causes != InterruptCauses.NEVER_MASKED;
    for (int i = 0; i < sharing.size(); i++) {
      sharing.get(i).masked();
    }
  }

  /** Lets the vector interrupt for what comes from now on. */
  void enable() {
    masked = false;
  }

  /** Interrupts as it is, masked or not, as emulated cards do at the end of an interval. */
  void repeat() {
    if (!emulated) {
      deliver();
    }
  }

  /** Leaves it to a host when the vector interrupts. */
  void emulate() {
    emulated = true;
  }

  /** Interrupts, whatever the card would do. */
  void deliver() {
    raised = true;
    cpu.interrupt(line);
  }

  /** The card will interrupt for a cause when its interval is over. */
  void postponed() {
    masked |= causes == InterruptCauses.CLEARED_WHEN_SENT;
  }

  /** The driver's handler begins; false if this vector did not interrupt ({@code IRQ_NONE}). */
  boolean acknowledge() {
    boolean mine = raised;
    raised = false;
    kept &= causes != InterruptCauses.READ_BY_HANDLER;
    return mine;
  }

  /** Lets the vector interrupt again, and for what is left of causes: kept ones, or so many packets in memory. */
  void unmask(int packets) {
    masked = false;
    boolean cause = causes == InterruptCauses.IN_MEMORY ? packets > 0 : kept;
    kept = false;
    if (cause) {
      moderation.packetsWait(packets);
    }
  }

  /** Has what is sent count too in the choice of the interval. */
  public void countTransmits(TxRing ring) {
    moderation.countTransmits(ring);
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
