package org.sockmodel.tests.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sockmodel.runtime.kernel.softirq.Softirqs;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerExit;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqExit;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqRaise;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.tests.scenario.KernelStep.Kind;

/** The steps of a recorded kernel, by CPU and of the reader; times as recorded, in nanoseconds. */
final class RecordedSteps implements TraceSink {

  /** A packet is in memory so long before its interrupt. */
  private static final long BEFORE_INTERRUPT_NS = 1_000;

  private final KernelStep.Reader steps = new KernelStep.Reader();
  private final List<List<KernelStep>> cpus = List.of(new ArrayList<>(), new ArrayList<>());
  private final List<KernelStep> all = new ArrayList<>();
  private final List<KernelStep> reader = new ArrayList<>();
  private final boolean[] inHandler = new boolean[2];
  private final List<Set<Long>> otherSoftirqs = List.of(new HashSet<>(), new HashSet<>());
  private final List<List<Long>> behindOthersNs = List.of(new ArrayList<>(), new ArrayList<>());

  @Override
  public void accept(TraceEvent event) {
    int cpu = event.cpu();
    if (event.tracepoint() == SoftirqRaise.TRACEPOINT) {
      raised(cpu, event.value(SoftirqRaise.VEC));
    } else if (event.tracepoint() == SoftirqExit.TRACEPOINT) {
      otherSoftirqs.get(cpu).remove(event.value(SoftirqExit.VEC));
    }
    inHandler[cpu] &= event.tracepoint() != IrqHandlerExit.TRACEPOINT;
    KernelStep step = steps.read(event);
    if (step != null) {
      add(cpu, step);
    }
  }

  private void raised(int cpu, long vector) {
    int last = cpus.get(cpu).size() - 1;
    if (vector != Softirqs.NET_RX) {
      otherSoftirqs.get(cpu).add(vector);
    } else if (inHandler[cpu]) {
      KernelStep interrupt = cpus.get(cpu).get(last);
      cpus.get(cpu).set(last, interrupt.raising());
      if (!otherSoftirqs.get(cpu).isEmpty()) {
        behindOthersNs.get(cpu).add(interrupt.ns());
      }
    }
  }

  /**
   * When NET_RX waited for other softirqs: from before the interrupt that raised it to its beginning, alternately.
   */
  List<Long> waitsForOthersNs(int cpu) {
    List<Long> waits = new ArrayList<>();
    for (long fromNs : behindOthersNs.get(cpu)) {
      if (waits.isEmpty() || fromNs > waits.get(waits.size() - 1)) {
        cpus.get(cpu).stream().filter(step -> step.kind() == Kind.ENTRY && step.ns() > fromNs).findFirst()
            .ifPresent(entry -> waits.addAll(List.of(fromNs - 1, entry.ns())));
      }
    }
    return waits;
  }

  private void add(int cpu, KernelStep step) {
    if (step.kind().isReaders() || step.kind() == Kind.WAKING) {
      reader.add(step);
    }
    if (!step.kind().isReaders()) {
      cpus.get(cpu).add(step);
      all.add(step);
      inHandler[cpu] |= step.kind() == Kind.INTERRUPT;
    }
  }

  /** Adds when packets were in their socket, for a kernel that does not say so. */
  void addReady(List<Long> timesNs) {
    List<KernelStep> polling = cpus.stream().filter(steps -> steps.stream().anyMatch(s -> s.kind() == Kind.PACKET))
        .findFirst().orElseThrow();
    int at = 0;
    for (long ns : timesNs) {
      while (at < polling.size() && (polling.get(at).ns() < ns
          || polling.get(at).ns() == ns && polling.get(at).kind() != Kind.WAKING)) {
        at++;
      }
      polling.add(at++, new KernelStep(Kind.READY, ns, 0, false));
    }
  }

  /** How many steps there are but for the reader's. */
  int count() {
    return cpus.get(0).size() + cpus.get(1).size();
  }

  /** Whether there are steps of a kind. */
  boolean has(Kind kind) {
    return cpus.stream().flatMap(List::stream).anyMatch(step -> step.kind() == kind);
  }

  List<KernelStep> ofCpu(int cpu) {
    return cpus.get(cpu);
  }

  /** The reader's calls and their returns, and the wake-ups between them. */
  List<KernelStep> ofReader() {
    return reader;
  }

  List<Long> interruptsNs(int irq) {
    return all.stream().filter(step -> step.kind() == Kind.INTERRUPT && step.irq() == irq).map(KernelStep::ns).toList();
  }

  /** When the first poll that found something was over. */
  long firstPollNs() {
    return all.stream().filter(step -> step.kind() == Kind.POLL).findFirst().orElseThrow().ns();
  }

  long firstNs() {
    return all.get(0).ns();
  }

  long lastNs() {
    return all.get(all.size() - 1).ns();
  }

  /**
   * When each packet can have been in memory: just before the interrupt that led to the poll that found it, and not
   * before the end of a poll that did not find it.
   *
   * @param irqs of what is received
   */
  List<Long> arrivalsNs(List<Integer> irqs) {
    List<Long> arrivals = new ArrayList<>();
    long ns = firstNs() - BEFORE_INTERRUPT_NS;
    boolean interrupted = false;
    for (KernelStep step : all) {
      if (step.kind().isPoll()) {
        ns = step.ns() + 1;
        interrupted = false;
      } else if (step.kind() == Kind.INTERRUPT && irqs.contains(step.irq()) && !interrupted) {
        ns = Math.max(ns, step.ns() - BEFORE_INTERRUPT_NS);
        interrupted = true;
      } else if (step.kind() == Kind.PACKET) {
        arrivals.add(ns);
      }
    }
    return arrivals;
  }
}
