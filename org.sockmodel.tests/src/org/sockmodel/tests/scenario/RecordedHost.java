package org.sockmodel.tests.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.kernel.cpu.Host;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.tests.scenario.KernelStep.Kind;

/**
 * The host of a recorded machine, for a simulation in step with the recording. It delivers interrupts when they were
 * recorded, and after each step holds a CPU up until the next recorded one. What the simulated kernel does then has to
 * be what the recorded one did; what is not, it keeps.
 */
final class RecordedHost implements Host {

  /** The simulation begins so long before the recording. */
  private static final long BEFORE_NS = 1_000_000;
  /** A step that comes with no delay of its own is recorded within this time. */
  private static final long NEAR_NS = 100_000;
  private static final long NEAR_WITH_FUNCTIONS_NS = 1_000_000;

  private final RecordedSteps recorded;
  private final long beginNs;
  private final long nearNs;
  private final boolean tellsReady;
  private final KernelStep.Reader steps = new KernelStep.Reader();
  private final int[] position = new int[2];
  private final boolean[] inSoftirq = new boolean[2];
  private final Map<Integer, Iterator<Long>> interruptsNs = new HashMap<>();
  private final List<String> differences = new ArrayList<>();
  private int readerPosition;

  /**
   * @param functionsTraced whether the recorded kernel traced functions, so that all takes longer
   */
  RecordedHost(RecordedSteps recorded, boolean functionsTraced) {
    this.recorded = recorded;
    beginNs = recorded.firstNs() - BEFORE_NS;
    tellsReady = recorded.has(Kind.READY);
    nearNs = functionsTraced ? NEAR_WITH_FUNCTIONS_NS : NEAR_NS;
  }

  /** When the simulation begins, in the recording's time. */
  long beginNs() {
    return beginNs;
  }

  /** Steps that are recorded and not simulated, and the other way round, in words. */
  List<String> differences() {
    return differences;
  }

  @Override
  public long[] interruptsNs(int irq) {
    return recorded.interruptsNs(irq).stream().mapToLong(ns -> ns - beginNs).toArray();
  }

  @Override
  public long[] otherSoftirqsNs(int cpu) {
    return recorded.waitsForOthersNs(cpu).stream().mapToLong(ns -> ns - beginNs).toArray();
  }

  @Override
  public long delayNs(TraceEvent event) {
    KernelStep step = steps.read(event);
    if (step == null || step.kind() == Kind.READY && !tellsReady) {
      return 0;
    }
    long nowNs = event.timeNs() + beginNs;
    long nextNs = step.kind().isReaders() ? readersNextNs(step.kind(), event.cpu(), nowNs)
        : nextNs(step, event.cpu(), nowNs);
    return Math.max(0, nextNs - nowNs);
  }

  /** When the step after this one was recorded; {@code nowNs} if the CPU had nothing else to do. */
  private long nextNs(KernelStep step, int cpu, long nowNs) {
    List<KernelStep> list = recorded.ofCpu(cpu);
    int found = find(step, cpu, nowNs);
    if (found == list.size()) {
      differences.add(step.kind() + " on CPU " + cpu + " at " + nowNs + " ns is not recorded");
      return nowNs;
    }
    for (KernelStep missing : list.subList(position[cpu], found)) {
      differences.add(missing.kind() + " on CPU " + cpu + " at " + missing.ns() + " ns is not simulated");
    }
    position[cpu] = found + 1;
    boolean interruptsSoftirq = inSoftirq[cpu];
    inSoftirq[cpu] = step.kind() == Kind.ENTRY || interruptsSoftirq && step.kind() != Kind.EXIT;
    boolean goesOn = step.kind() == Kind.INTERRUPT ? list.get(found).raises() && !interruptsSoftirq
        : step.kind() != Kind.EXIT;
    return goesOn ? list.subList(found + 1, list.size()).stream().filter(next -> next.kind() != Kind.INTERRUPT)
        .findFirst().map(KernelStep::ns).orElse(nowNs) : nowNs;
  }

  /** The place of a step among those recorded of a CPU; their number if it is none of them. */
  private int find(KernelStep step, int cpu, long nowNs) {
    boolean interrupt = step.kind() == Kind.INTERRUPT;
    long ns = interrupt
        ? interruptsNs.computeIfAbsent(step.irq(), irq -> recorded.interruptsNs(irq).iterator()).next() : nowNs;
    long withinNs = interrupt ? 0 : nearNs;
    List<KernelStep> list = recorded.ofCpu(cpu);
    int at = position[cpu];
    while (at < list.size() && list.get(at).ns() <= ns + withinNs) {
      if (list.get(at).kind() == step.kind() && list.get(at).ns() >= ns - withinNs) {
        return at;
      }
      at++;
    }
    return list.size();
  }

  /** The same for the reader, which is interrupted for as long as recorded, and which sleeps by itself. */
  private long readersNextNs(Kind kind, int cpu, long nowNs) {
    List<KernelStep> list = recorded.ofReader();
    int at = readerPosition;
    while (at < list.size() && list.get(at).kind() != kind) {
      at++;
    }
    boolean begins = kind == Kind.CALL && readerPosition == 0; // in which the reader sleeps when the recording begins
    if (begins || at + 1 >= list.size()) {
      return nowNs;
    }
    readerPosition = at + 1;
    KernelStep next = list.get(at + 1);
    return next.kind() == Kind.WAKING ? nowNs : next.ns() - interruptedNs(cpu, nowNs, next.ns());
  }

  /** For how long a CPU was in interrupts and NET_RX. */
  private long interruptedNs(int cpu, long fromNs, long toNs) {
    long sumNs = 0;
    long begunNs = Long.MAX_VALUE;
    for (KernelStep step : recorded.ofCpu(cpu)) {
      if (step.kind() == Kind.EXIT) {
        sumNs += Math.max(0, Math.min(step.ns(), toNs) - Math.max(begunNs, fromNs));
        begunNs = Long.MAX_VALUE;
      } else if (step.kind() == Kind.ENTRY || step.raises()) {
        begunNs = Math.min(begunNs, step.ns());
      }
    }
    return sumNs;
  }
}
