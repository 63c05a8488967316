package org.sockmodel.runtime.analysis.interrupts;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Interrupts and softirqs of a trace. Times are those of the handlers themselves, without what was nested in them.
 *
 * @param hardirqs device interrupts
 * @param networkHardirqs those of lines whose handler raised NET_RX at least once
 * @param packetsWithoutLine packets of cards that a CPU was given while it polled for no interrupt, from a NAPI context
 *     whose own interrupt never began a NET_RX: what line they came by is not known
 * @param lines device interrupts by line, most frequent first
 * @param vectors the CPUs' own vectors: the local timer and inter-processor interrupts, most frequent first
 * @param softirqs softirqs by vector
 */
public record InterruptSummary(long hardirqs, long networkHardirqs, long packetsWithoutLine, List<Line> lines,
    List<Vector> vectors, List<SoftirqCount> softirqs) {

  /**
   * A device's interrupt line.
   *
   * @param raisedNetRx in how many of them the handler raised NET_RX
   * @param packets packets that came by it, as protocols were given them: merged ones count once
   */
  public record Line(int irq, String name, long count, long raisedNetRx, long packets, long timeNs) {

    /** Interrupts for each packet; none if the trace shows no packet of the line. */
    public OptionalDouble perPacket() {
      return packets == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / packets);
    }
  }

  /**
   * A vector of the CPU itself.
   *
   * @param name the tracepoint's name without its suffix, such as {@code call_function_single}
   */
  public record Vector(int vector, String name, long count, long timeNs) {

    /** Whether it is the local timer rather than an inter-processor interrupt. */
    public boolean isTimer() {
      return name.endsWith("local_timer");
    }
  }

  /**
   * A softirq's action.
   *
   * @param inKsoftirqd how many of the runs were in ksoftirqd
   */
  public record SoftirqCount(int vec, String name, long raised, long entries, long inKsoftirqd, long timeNs) {
  }

  public InterruptSummary {
    lines = List.copyOf(lines);
    vectors = List.copyOf(vectors);
    softirqs = List.copyOf(softirqs);
  }

  /** Runs of a softirq's action. */
  public long softirqEntries(int vec) {
    return softirqs.stream().filter(softirq -> softirq.vec() == vec).mapToLong(SoftirqCount::entries).sum();
  }

  /** Inter-processor interrupts. */
  public long ipis() {
    return vectors.stream().filter(vector -> !vector.isTimer()).mapToLong(Vector::count).sum();
  }

  /** Interrupts of the local timer. */
  public long timers() {
    return vectors.stream().filter(Vector::isTimer).mapToLong(Vector::count).sum();
  }
}
