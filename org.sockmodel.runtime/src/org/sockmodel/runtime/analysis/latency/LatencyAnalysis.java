package org.sockmodel.runtime.analysis.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.path.Delivery;
import org.sockmodel.runtime.analysis.receive.Meanwhile;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.analysis.state.ContextKind;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.TaskState;
import org.sockmodel.runtime.trace.Names;

/**
 * Tells where the time of fast and of slow messages goes, and what the slow ones have in common. Which messages are
 * slow is known only at the end, so everything is counted by bins of latency. Cost: some tens of nanoseconds a message;
 * memory of about a megabyte, more for each value of a trait, and no allocation once all of these are known.
 */
public final class LatencyAnalysis {

  private static final int SLOW_PERCENT = 99;
  private static final int[][] GROUPS = {{45, 55}, {85, 95}, {SLOW_PERCENT, 100}};
  /** An interrupt or a task is in the way if it takes this part of a message's latency, at least: a tenth. */
  private static final int LEAST_PART = 10;

  private final Names names;
  private final int top;
  private final StageSums sums = new StageSums();
  private final RecentContexts contexts;
  private final RecentRuns runs = new RecentRuns();
  private final TaskTimes taskTimes = new TaskTimes();
  private final Traits traits;
  private final WorstMessages worst;

  public LatencyAnalysis(Filter filter, Names names) {
    this.names = names;
    top = filter.top();
    contexts = new RecentContexts(names);
    traits = new Traits(names, contexts::text);
    worst = new WorstMessages(top);
  }

  /** An interrupt or softirq is over; {@code busyNs} is its own time. */
  public void left(CpuState cpu, ContextKind kind, int number, int name, long startNs, long busyNs, long timeNs) {
    contexts.add(cpu, kind, number, name, startNs, busyNs, timeNs);
  }

  /**
   * A CPU has switched to a task, be the switch recorded or not.
   *
   * @param runnable the task that ran, if it is known that it would go on; otherwise null
   */
  public void switched(CpuState cpu, TaskState runnable, TaskState next, long timeNs) {
    runs.switched(cpu, runnable, next, timeNs);
  }

  /** A message has been received: what was in its way is looked for now, while it is known. */
  public void search(Message message) {
    long totalNs = message.totalNs();
    if (totalNs >= 0) {
      contexts.begin(totalNs / LEAST_PART);
      searchBeforeSoftirq(message.delivery());
      long interruptedNs = searchSinceTold(message);
      message.meanwhile().interrupted(contexts.longest(), interruptedNs);
      runs.search(message, message.delivery().dataReadyNs());
    }
  }

  /** Counts a message for which that has been done. */
  public void count(Message message) {
    long totalNs = message.totalNs();
    if (totalNs < 0) {
      return;
    }
    int bin = LatencyBins.of(totalNs);
    long leastNs = Math.max(1, totalNs / LEAST_PART);
    int heldUpBy = message.meanwhile().longest(leastNs);
    taskTimes.add(bin, message.meanwhile(), leastNs);
    sums.add(bin, message);
    traits.add(bin, message, heldUpBy);
    if (worst.takes(totalNs)) {
      worst.add(describe(message, totalNs, heldUpBy));
    }
  }

  /** Interrupts and softirqs on the CPU that received a message may be in its way until its softirq. */
  private void searchBeforeSoftirq(Delivery way) {
    if (way.softirqNs() != Delivery.UNKNOWN_NS) {
      contexts.search(way.cpu(), way.hardirqNs() == Delivery.UNKNOWN_NS ? way.firstNs() : way.hardirqNs(),
          way.joinedNs());
    }
  }

  /** And those on its reader's CPU since the socket was told; how long that was in them. */
  private long searchSinceTold(Message message) {
    long toldNs = message.delivery().dataReadyNs();
    return toldNs == Delivery.UNKNOWN_NS ? 0
        : Math.min(contexts.search(message.cpu(), toldNs, message.returnNs()), message.returnNs() - toldNs);
  }

  private SlowMessage describe(Message message, long totalNs, int heldUpBy) {
    Meanwhile meanwhile = message.meanwhile();
    List<StageShare> stages = new ArrayList<>();
    for (Stage stage : message.stages()) {
      long durationNs = message.durationNs(stage);
      if (stage != Stage.TOTAL && durationNs >= 0) {
        stages.add(new StageShare(stage, durationNs, (double) durationNs / Math.max(1, totalNs)));
      }
    }
    return new SlowMessage(message.returnNs(), totalNs, names.text(message.comm()), message.tid(), message.cpu(),
        message.delivery().irq(), message.delivery().cpu(), traits.task(message.ranBefore()),
        traits.task(heldUpBy), meanwhile.onlyTid(heldUpBy), contexts.text(meanwhile.interrupt()),
        meanwhile.interruptedNs(), stages);
  }

  /** What has been counted so far. */
  public Latencies latencies() {
    if (sums.messages() == 0) {
      return new Latencies(0, List.of(), List.of(), List.of(), 0, -1, List.of(), List.of());
    }
    List<RankGroup> groups = Stream.of(GROUPS).map(ranks -> sums.group(ranks[0], ranks[1])).toList();
    List<ReaderLatency> readers = firsts(traits.readers());
    Latencies all = new Latencies(sums.messages(), groups, List.of(), List.of(), 0, -1, readers,
        worst.slowestFirst());
    RankGroup slowest = all.slowest();
    if (slowest.isEmpty()) {
      return all;
    }
    int slow = sums.binAt(SLOW_PERCENT);
    double slowNs = Math.max(1, slowest.messages() * slowest.meanNs());
    return new Latencies(all.messages(), groups, firsts(traits.of(slow, slowest.messages(), all.messages())),
        firsts(taskTimes.shares(slow, slowNs, traits::task)),
        sums.interruptedNs(slow) / slowNs, traits.onlyReaderCpu(slow), readers, all.worst());
  }

  private <T> List<T> firsts(List<T> list) {
    return list.subList(0, Math.min(top, list.size()));
  }
}
