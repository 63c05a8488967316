package org.sockmodel.runtime.history;

/** What a row can be doing. The order is that of drawing: what comes later stands on top of what it interrupts. */
public enum StateKind {
  /** Nothing, or nobody knows. */
  NONE(""),
  /** A CPU has no task to run. */
  IDLE("idle"),
  /** A thread waits for something to happen. */
  BLOCKED("blocked"),
  /** A woken or preempted thread waits for a CPU. */
  RUNNABLE("runnable, waits for a CPU"),
  /** A softirq is raised, or packets lie in a queue, and nobody has begun with them. */
  PENDING("pending"),
  /** A CPU or thread executes a program. */
  USER("user"),
  /** A CPU or thread executes a system call or a thread of the kernel. */
  SYSTEM("system"),
  /** A softirq's action runs. */
  SOFTIRQ("softirq"),
  /** Packets are taken out of a queue. */
  POLLING("polling"),
  /** The CPU's own timer interrupt, or an inter-processor interrupt. */
  VECTOR("timer or inter-processor interrupt"),
  /** A device's interrupt handler runs. */
  HARDIRQ("device interrupt");

  /** How many there are. */
  public static final int COUNT = values().length;

  private final String label;

  StateKind(String label) {
    this.label = label;
  }

  /** In words, for people. */
  public String label() {
    return label;
  }

  /** Whether there is anything to draw. */
  public boolean isVisible() {
    return this != NONE;
  }
}
