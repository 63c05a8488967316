package org.sockmodel.runtime.analysis.latency;

/** In what messages may differ. Names are stable. */
public enum TraitKind {
  /** The device interrupt that brought it. */
  IRQ("irq"),
  /** The CPU whose softirq received it. */
  SOFTIRQ_CPU("softirq_cpu"),
  /** The CPU whose ksoftirqd received it. */
  KSOFTIRQD("ksoftirqd"),
  /** The CPU on which the reader's call returned. */
  READER_CPU("reader_cpu"),
  /** The longest interrupt or softirq in its way, if that took a tenth of its latency or more. */
  INTERRUPT("interrupt"),
  /**
   * What the reader's CPU ran longest since the socket was told, if that took a tenth of the latency or more:
   * {@code others}, {@code idle}, {@code reader} if it was the reader itself, {@code held_back} if it was idle although
   * the reader was runnable. While the reader slept on something else it is {@code asleep}, {@code blocked}
   * (uninterruptible) or {@code stopped} (by a signal or a debugger), whatever the CPU ran.
   */
  CPU_RAN("cpu_ran"),
  /** That task, if it was another one than the reader. */
  HELD_UP_BY("held_up_by"),
  /** The task that its CPU ran until it switched to the reader, after the packet came; {@code idle} if none. */
  RAN_BEFORE("ran_before"),
  /** What woke the reader from its last sleep on something else: a task, an interrupt or a softirq. */
  WOKEN_BY("woken_by"),
  /** The reader. */
  READER("reader");

  private final String symbol;

  TraitKind(String symbol) {
    this.symbol = symbol;
  }

  /** The stable name. */
  public String symbol() {
    return symbol;
  }
}
