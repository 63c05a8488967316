package org.sockmodel.runtime.analysis.interrupts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.path.PacketPaths;
import org.sockmodel.runtime.analysis.path.Softirq;
import org.sockmodel.runtime.analysis.state.ContextKind;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.InterruptListener;
import org.sockmodel.runtime.analysis.state.TaskState;
import org.sockmodel.runtime.analysis.state.ThreadKind;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.NapiPoll;
import org.sockmodel.runtime.trace.TraceEvent;

/** Counts interrupts and softirqs. Cost: a few array accesses an event; no allocation. */
public final class InterruptAnalysis implements InterruptListener {

  private final Filter filter;
  private final Names names;
  private final PacketPaths paths;
  private final ContextCounts lines = new ContextCounts();
  private final ContextCounts vectors = new ContextCounts();
  private final ContextCounts softirqs = new ContextCounts();
  private final SharedLines shared = new SharedLines();
  private final PolledPackets polled = new PolledPackets();
  private final int backlog;
  private final long[] inKsoftirqd = new long[Softirq.COUNT];

  /** Raises count once for an interrupt, however often its handlers raise. */
  private boolean[] hasRaised = new boolean[0];

  public InterruptAnalysis(PacketPaths paths, Filter filter, Names names) {
    this.paths = paths;
    this.filter = filter;
    this.names = names;
    backlog = names.intern(NapiPoll.NO_DEVICE);
  }

  @Override
  public void entered(CpuState cpu, ContextKind kind, int number, int name, long timeNs) {
    if (!counts(cpu, kind, number)) {
      return;
    }
    if (kind == ContextKind.HARDIRQ) {
      handlerEntered(cpu.id(), number, name);
    } else {
      shared.over(cpu.id());
      of(kind).entered(number, name);
    }
    if (kind == ContextKind.SOFTIRQ && number >= 0 && number < inKsoftirqd.length && isKsoftirqd(cpu.current())) {
      inKsoftirqd[number]++;
    }
  }

  private void handlerEntered(int cpu, int irq, int name) {
    if (!shared.isAskedToo(cpu, irq, name)) {
      lines.entered(irq, name);
      if (cpu >= hasRaised.length) {
        hasRaised = Arrays.copyOf(hasRaised, cpu + 1);
      }
      hasRaised[cpu] = false;
    }
  }

  @Override
  public void left(CpuState cpu, ContextKind kind, int number, int name, long startNs, long busyNs, long timeNs) {
    if (counts(cpu, kind, number)) {
      of(kind).left(number, busyNs);
    }
  }

  @Override
  public void raised(CpuState cpu, int vec, long timeNs) {
    if (!filter.acceptsCpu(cpu.id())) {
      return;
    }
    softirqs.raised(vec);
    int irq = vec == Softirq.NET_RX ? paths.handledLine(cpu) : -1;
    if (irq >= 0 && filter.acceptsIrq(irq) && isFirst(cpu)) {
      lines.raised(irq);
    }
  }

  /** Whether no handler of the interrupt has raised NET_RX before; a thread runs the handlers of one or more. */
  private boolean isFirst(CpuState cpu) {
    if (cpu.contexts().kind() != ContextKind.HARDIRQ) {
      return true;
    }
    boolean first = cpu.id() < hasRaised.length && !hasRaised[cpu.id()];
    if (first) {
      hasRaised[cpu.id()] = true;
    }
    return first;
  }

  /**
   * A CPU hands a packet to its protocol, of which {@link PacketPaths} knows already. It counts for the line by which
   * it came to this machine, or for that of the context which is polled, as soon as that is known.
   */
  public void received(CpuState cpu) {
    if (filter.acceptsCpu(cpu.id())) {
      int irq = paths.lineOfPacket(cpu);
      polled.received(cpu.id(), irq);
      count(irq, 1);
    }
  }

  /** Takes {@code napi_poll} before {@link PacketPaths} does so: a poll has ended. */
  public void polled(TraceEvent event, CpuState cpu) {
    if (!filter.acceptsCpu(cpu.id()) || !event.has(NapiPoll.NAPI)) {
      return;
    }
    int takenFor = polled.takenFor(cpu.id());
    long packets = polled.take(cpu.id());
    if (event.has(NapiPoll.DEV_NAME) && event.value(NapiPoll.DEV_NAME) == backlog) {
      return;
    }
    long context = event.value(NapiPoll.NAPI);
    int began = paths.lineThatBegan(cpu);
    if (began >= 0) {
      count(began, polled.learn(context, began));
    }
    int irq = polled.line(context);
    if (irq < 0 && takenFor < 0) {
      polled.keep(context, packets);
    }
    if (irq >= 0 && irq != takenFor) {
      count(takenFor, -packets);
      count(irq, packets);
    }
  }

  private void count(int irq, long packets) {
    if (irq >= 0 && filter.acceptsIrq(irq)) {
      lines.packets(irq, packets);
    }
  }

  /** What has been counted so far. */
  public InterruptSummary summary() {
    long total = 0;
    long network = 0;
    for (int irq = 0; irq < lines.size(); irq++) {
      total += lines.count(irq);
      network += paths.isNetworkLine(irq) ? lines.count(irq) : 0;
    }
    return new InterruptSummary(total, network, polled.withoutLine(), lineList(), vectorList(), softirqList());
  }

  private List<InterruptSummary.Line> lineList() {
    List<InterruptSummary.Line> result = new ArrayList<>();
    for (int irq = 0; irq < lines.size(); irq++) {
      if (lines.count(irq) > 0) {
        result.add(new InterruptSummary.Line(irq, lineName(irq), lines.count(irq),
            lines.raisedCount(irq), lines.packetCount(irq), lines.timeNs(irq)));
      }
    }
    result.sort(Comparator.comparingLong(InterruptSummary.Line::count).reversed());
    return result.subList(0, Math.min(result.size(), filter.top()));
  }

  /** The names of a line's handlers, as {@code /proc/interrupts} shows them. */
  private String lineName(int irq) {
    return IntStream.concat(IntStream.of(lines.name(irq)), shared.others(irq)).distinct().mapToObj(names::text)
        .collect(Collectors.joining(", "));
  }

  private List<InterruptSummary.Vector> vectorList() {
    List<InterruptSummary.Vector> result = new ArrayList<>();
    for (int vector = 0; vector < vectors.size(); vector++) {
      if (vectors.count(vector) > 0) {
        result.add(new InterruptSummary.Vector(vector, names.text(vectors.name(vector)), vectors.count(vector),
            vectors.timeNs(vector)));
      }
    }
    result.sort(Comparator.comparingLong(InterruptSummary.Vector::count).reversed());
    return result;
  }

  private List<InterruptSummary.SoftirqCount> softirqList() {
    List<InterruptSummary.SoftirqCount> result = new ArrayList<>();
    for (int vec = 0; vec < Math.min(Softirq.COUNT, softirqs.size()); vec++) {
      if (softirqs.count(vec) > 0 || softirqs.raisedCount(vec) > 0) {
        result.add(new InterruptSummary.SoftirqCount(vec, Softirq.name(vec), softirqs.raisedCount(vec),
            softirqs.count(vec), inKsoftirqd[vec], softirqs.timeNs(vec)));
      }
    }
    return result;
  }

  private ContextCounts of(ContextKind kind) {
    return switch (kind) {
      case HARDIRQ -> lines;
      case VECTOR -> vectors;
      case SOFTIRQ -> softirqs;
    };
  }

  private boolean counts(CpuState cpu, ContextKind kind, int number) {
    return filter.acceptsCpu(cpu.id()) && (kind != ContextKind.HARDIRQ || filter.acceptsIrq(number));
  }

  private boolean isKsoftirqd(TaskState task) {
    return task != null && !task.isIdle() && task.kind(names) == ThreadKind.KSOFTIRQD;
  }
}
