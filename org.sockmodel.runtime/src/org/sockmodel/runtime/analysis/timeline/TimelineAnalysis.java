package org.sockmodel.runtime.analysis.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.path.Delivery;
import org.sockmodel.runtime.analysis.path.Softirq;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.analysis.receive.MessageListener;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.analysis.state.CallKind;
import org.sockmodel.runtime.analysis.state.ContextKind;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.InterruptListener;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.analysis.state.TaskListener;
import org.sockmodel.runtime.analysis.state.TaskState;
import org.sockmodel.runtime.analysis.timeline.Timeline.SpanKind;
import org.sockmodel.runtime.trace.Names;

/**
 * Records spans from the first network activity on until there are {@link #MAX_SPANS}, and counts over the whole trace.
 * Only for reports with pictures: recorded spans are objects.
 */
public final class TimelineAnalysis implements InterruptListener, TaskListener, MessageListener {

  /** As many spans are recorded. */
  public static final int MAX_SPANS = 3000;

  private static final int MAX_THREADS = 8;
  private static final int MAX_CPUS = 32;

  private final Filter filter;
  private final Names names;
  private final TimeBins bins = new TimeBins();
  private final List<Timeline.Span> spans = new ArrayList<>();
  private final List<Timeline.MessageSpan> messages = new ArrayList<>();
  private final Map<Integer, String> threads = new LinkedHashMap<>();
  private int cpus;
  private boolean started;

  public TimelineAnalysis(Filter filter, Names names) {
    this.filter = filter;
    this.names = names;
  }

  /** Takes part in following a trace. */
  public void attach(KernelState state) {
    state.listen((InterruptListener) this);
    state.listen((TaskListener) this);
  }

  @Override
  public void entered(CpuState cpu, ContextKind kind, int number, int name, long timeNs) {
    if (!filter.acceptsCpu(cpu.id())) {
      return;
    }
    if (kind == ContextKind.HARDIRQ) {
      bins.add(TimeBins.HARDIRQS, timeNs);
    } else if (kind == ContextKind.SOFTIRQ && number == Softirq.NET_RX) {
      bins.add(TimeBins.SOFTIRQS, timeNs);
      started = true;
    }
  }

  @Override
  public void raised(CpuState cpu, int vec, long timeNs) {
    started |= vec == Softirq.NET_RX;
  }

  @Override
  public void left(CpuState cpu, ContextKind kind, int number, int name, long startNs, long busyNs, long timeNs) {
    if (!isRecording(cpu)) {
      return;
    }
    switch (kind) {
      case HARDIRQ -> span(cpu.id(), SpanKind.HARDIRQ, "irq " + number + " " + names.text(name), startNs, timeNs);
      case VECTOR -> span(cpu.id(), SpanKind.VECTOR, names.text(name), startNs, timeNs);
      default -> span(cpu.id(), SpanKind.SOFTIRQ, Softirq.name(number), startNs, timeNs);
    }
  }

  @Override
  public void switched(CpuState cpu, TaskState prev, TaskState next, boolean sleeps, long timeNs) {
    if (filter.acceptsCpu(cpu.id())) {
      bins.add(TimeBins.SWITCHES, timeNs);
    }
    if (!isRecording(cpu)) {
      return;
    }
    long startNs = prev.switchedInNs();
    if (!prev.isIdle() && startNs != TaskState.UNKNOWN_NS) {
      span(cpu.id(), SpanKind.TASK, names.text(prev.comm()), startNs, timeNs);
      thread(prev, SpanKind.TASK, startNs, timeNs);
    }
    if (!next.isIdle() && next.wokenNs() != TaskState.UNKNOWN_NS) {
      thread(next, SpanKind.RUNNABLE, next.wokenNs(), timeNs);
    }
  }

  @Override
  public void received(Message message) {
    bins.add(TimeBins.MESSAGES, message.returnNs());
    started = true;
    long startNs = message.startNs(Stage.TOTAL);
    if (spans.size() < MAX_SPANS && startNs != Delivery.UNKNOWN_NS) {
      messages.add(new Timeline.MessageSpan(startNs, message.returnNs()));
    }
  }

  /** What has been recorded so far. */
  public Timeline timeline() {
    List<Timeline.Lane> lanes = new ArrayList<>();
    for (int cpu = 0; cpu < cpus; cpu++) {
      lanes.add(new Timeline.Lane("CPU " + cpu));
    }
    List<Integer> tids = new ArrayList<>(threads.keySet());
    threads.forEach((tid, name) -> lanes.add(new Timeline.Lane(name)));
    List<Timeline.Span> placed = new ArrayList<>();
    for (Timeline.Span span : spans) {
      int lane = span.lane() >= 0 ? span.lane() : cpus + tids.indexOf(-span.lane());
      placed.add(new Timeline.Span(lane, span.kind(), span.name(), span.startNs(), span.endNs()));
    }
    placed.sort(Comparator.comparingLong(Timeline.Span::startNs));
    return new Timeline(lanes, placed, messages, spans.size() < MAX_SPANS, bins.snapshot());
  }

  private boolean isRecording(CpuState cpu) {
    return started && spans.size() < MAX_SPANS && cpu.id() < MAX_CPUS && filter.acceptsCpu(cpu.id());
  }

  /** A reader's thread is noted by its negative id until it is known how many CPUs there are. */
  private void thread(TaskState task, SpanKind kind, long startNs, long endNs) {
    CallKind call = task.call();
    boolean reads = call.receives() || call == CallKind.WAIT || call == CallKind.URING;
    if (reads && !threads.containsKey(task.tid()) && threads.size() < MAX_THREADS) {
      threads.put(task.tid(), names.text(task.comm()));
    }
    if (threads.containsKey(task.tid())) {
      spans.add(new Timeline.Span(-task.tid(), kind, names.text(task.comm()), startNs, endNs));
    }
  }

  private void span(int cpu, SpanKind kind, String name, long startNs, long endNs) {
    cpus = Math.max(cpus, cpu + 1);
    spans.add(new Timeline.Span(cpu, kind, name, startNs, endNs));
  }
}
