package org.sockmodel.runtime.analysis.timeline;

import java.util.List;

/**
 * What happened when.
 *
 * @param lanes CPUs and threads, in the order in which to draw them
 * @param spans what was going on in a lane, by start
 * @param messages messages that readers got while spans were recorded, by return
 * @param complete whether the spans reach to the end of the trace
 * @param bins counts over the whole trace
 */
public record Timeline(List<Lane> lanes, List<Span> spans, List<MessageSpan> messages, boolean complete, Bins bins) {

  /** Nothing was recorded. */
  public static final Timeline EMPTY = new Timeline(List.of(), List.of(), List.of(), true,
      new Bins(1, List.of(), List.of(), List.of(), List.of()));

  /** A row of the picture. */
  public record Lane(String name) {
  }

  /** What a span shows. */
  public enum SpanKind {
    /** A task runs. */
    TASK,
    /** A woken task waits for a CPU. */
    RUNNABLE,
    /** A softirq's action. */
    SOFTIRQ,
    /** A timer interrupt or an inter-processor interrupt. */
    VECTOR,
    /** A device's interrupt handler. */
    HARDIRQ
  }

  /** Something that lasted. */
  public record Span(int lane, SpanKind kind, String name, long startNs, long endNs) {
  }

  /** A message, from its first known point to its return. */
  public record MessageSpan(long startNs, long returnNs) {
  }

  /**
   * Counts in bins of equal width.
   *
   * @param hardirqs device interrupts
   * @param softirqs runs of NET_RX
   */
  public record Bins(long widthNs, List<Long> hardirqs, List<Long> softirqs, List<Long> switches, List<Long> messages) {

    public Bins {
      hardirqs = List.copyOf(hardirqs);
      softirqs = List.copyOf(softirqs);
      switches = List.copyOf(switches);
      messages = List.copyOf(messages);
    }
  }

  public Timeline {
    lanes = List.copyOf(lanes);
    spans = List.copyOf(spans);
    messages = List.copyOf(messages);
  }
}
