package org.sockmodel.runtime.analysis.latency;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.receive.Stage;

/**
 * What fast and slow messages are made of.
 *
 * @param messages how many have a way that the trace shows
 * @param groups messages around the median, around the 90th percentile, and the slowest hundredth; empty if the trace
 *        shows no message's way
 * @param traits what is more frequent among the slowest hundredth than among all, the largest difference first; empty
 *        if there is no slow minority
 * @param tasks what the CPUs of the slowest hundredth's readers ran meanwhile, the longest first; empty if there is no
 *        slow minority
 * @param interruptedShare how much of the latency of the slowest hundredth these CPUs were in interrupts and softirqs
 *        meanwhile, whichever task they ran, 0 to 1; 0 if there is no slow minority
 * @param readerCpu the CPU on which all of the slowest hundredth were read; -1 if there are several
 * @param readers how long messages took to each reader, those with most messages first
 * @param worst the slowest messages, the slowest first
 */
public record Latencies(long messages, List<RankGroup> groups, List<Trait> traits,
    List<TaskShare> tasks, double interruptedShare, int readerCpu, List<ReaderLatency> readers,
    List<SlowMessage> worst) {

  /** So much slower than the median, at least, are messages that are called slow. */
  private static final double SLOW = 1.25;
  /** Of fewer than so many messages there is no slowest hundredth. */
  private static final int LEAST_MESSAGES = 100;

  public Latencies {
    groups = List.copyOf(groups);
    traits = List.copyOf(traits);
    tasks = List.copyOf(tasks);
    readers = List.copyOf(readers);
    worst = List.copyOf(worst);
  }

  /** The slowest hundredth, if it is slower than the rest; otherwise nobody. */
  public RankGroup slowest() {
    return groups.stream().filter(group -> group.isSlowest() && messages >= LEAST_MESSAGES)
        .filter(group -> group.fromNs() > 0 && group.fromNs() >= SLOW * groups.get(0).meanNs())
        .findFirst().orElse(RankGroup.NONE);
  }

  /**
   * The stage in which the slowest hundredth takes most of what it takes longer than messages around the median, and
   * which share of all that stages take longer. Empty if the percentiles are not apart by more than messages of a bin
   * may be, or if there are few messages.
   *
   * @param total the distribution of the latencies
   */
  public Optional<StageShare> growth(Distribution total) {
    boolean apart = LatencyBins.of(total.p99Ns()) > LatencyBins.of(total.p50Ns()) + 1;
    if (messages < LEAST_MESSAGES || !apart) {
      return Optional.empty();
    }
    RankGroup median = groups.get(0);
    RankGroup slow = groups.get(groups.size() - 1);
    double[] moreNs = Stream.of(Stage.values())
        .mapToDouble(stage -> slow.share(stage) * slow.fromNs() - median.share(stage) * median.meanNs())
        .map(more -> Math.max(0, more)).toArray();
    double allNs = DoubleStream.of(moreNs).sum();
    return Stream.of(Stage.values()).filter(stage -> moreNs[stage.ordinal()] > 0)
        .map(stage -> new StageShare(stage, moreNs[stage.ordinal()], moreNs[stage.ordinal()] / allNs))
        .max(Comparator.comparingDouble(StageShare::share));
  }
}
