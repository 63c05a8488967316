package org.sockmodel.runtime.analysis.latency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.analysis.receive.MessageListener;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.trace.Names;

/**
 * Tells where the time of fast and of slow messages goes, and what the slow ones have in common. Which messages are
 * slow is known only at the end, so everything is counted by bins of latency. Cost: some tens of nanoseconds a message;
 * memory of about a megabyte, more for each value of a trait, and no allocation once all of these are known.
 */
public final class LatencyAnalysis implements MessageListener {

  private static final int SLOW_PERCENT = 99;
  private static final int[][] GROUPS = {{45, 55}, {85, 95}, {SLOW_PERCENT, 100}};
  /** By so much a trait must be more frequent among the slow messages to be worth a line. */
  private static final double LEAST_EXCESS = 0.1;

  private static final int NONE = -1;

  private final Names names;
  private final int top;
  private final StageSums sums = new StageSums();
  private final TraitCounts irqs = new TraitCounts(TraitKind.IRQ);
  private final TraitCounts softirqCpus = new TraitCounts(TraitKind.SOFTIRQ_CPU);
  private final TraitCounts ksoftirqds = new TraitCounts(TraitKind.KSOFTIRQD);
  private final TraitCounts readerCpus = new TraitCounts(TraitKind.READER_CPU);
  private final TraitCounts ranBefore = new TraitCounts(TraitKind.RAN_BEFORE);
  private final TraitCounts readers = new TraitCounts(TraitKind.READER);
  private final WorstMessages worst;

  public LatencyAnalysis(Filter filter, Names names) {
    this.names = names;
    top = filter.top();
    worst = new WorstMessages(top);
  }

  @Override
  public void received(Message message) {
    long totalNs = message.durationNs(Stage.TOTAL);
    if (totalNs < 0) {
      return;
    }
    int bin = LatencyBins.of(totalNs);
    sums.add(bin, message);
    irqs.add(bin, message.delivery().irq());
    softirqCpus.add(bin, message.delivery().cpu());
    ksoftirqds.add(bin, message.delivery().inKsoftirqd() ? message.delivery().cpu() : NONE);
    readerCpus.add(bin, message.cpu());
    ranBefore.add(bin, message.ranBefore());
    readers.add(bin, message.comm());
    if (worst.takes(totalNs)) {
      worst.add(describe(message, totalNs));
    }
  }

  private SlowMessage describe(Message message, long totalNs) {
    List<StageShare> stages = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      long durationNs = message.durationNs(stage);
      if (stage != Stage.TOTAL && durationNs >= 0) {
        stages.add(new StageShare(stage, durationNs));
      }
    }
    return new SlowMessage(message.returnNs(), totalNs, names.text(message.comm()), message.tid(), message.cpu(),
        message.delivery().irq(), message.delivery().cpu(), before(message.ranBefore()), stages);
  }

  private String before(int comm) {
    return switch (comm) {
      case Message.UNKNOWN -> "";
      case Message.IDLE -> "idle";
      default -> names.text(comm);
    };
  }

  /** What has been counted so far. */
  public Latencies latencies() {
    if (sums.messages() == 0) {
      return new Latencies(0, List.of(), List.of(), List.of());
    }
    List<RankGroup> groups = Stream.of(GROUPS).map(ranks -> sums.group(ranks[0], ranks[1])).toList();
    Latencies withoutTraits = new Latencies(sums.messages(), groups, List.of(), worst.slowestFirst());
    return new Latencies(sums.messages(), groups, traits(withoutTraits.slowest()), withoutTraits.worst());
  }

  private List<Trait> traits(RankGroup slowest) {
    if (slowest.isEmpty()) {
      return List.of();
    }
    IntFunction<String> number = Integer::toString;
    return Stream.of(traits(irqs, slowest, number), traits(softirqCpus, slowest, number),
            traits(ksoftirqds, slowest, number), traits(readerCpus, slowest, number),
            traits(ranBefore, slowest, this::before), traits(readers, slowest, names::text))
        .flatMap(traits -> traits).filter(trait -> trait.excess() >= LEAST_EXCESS)
        .sorted(Comparator.comparingDouble(Trait::excess).reversed()).limit(top).toList();
  }

  private Stream<Trait> traits(TraitCounts counts, RankGroup slowest, IntFunction<String> text) {
    return counts.traits(sums.binAt(SLOW_PERCENT), slowest.messages(), sums.messages(), text)
        .filter(trait -> !trait.value().isEmpty() && !trait.value().equals("-1"));
  }
}
