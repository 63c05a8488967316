package org.sockmodel.runtime.analysis.cpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.path.Softirq;
import org.sockmodel.runtime.analysis.state.CallKind;
import org.sockmodel.runtime.analysis.state.ContextKind;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.KernelListener;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.analysis.state.TaskState;
import org.sockmodel.runtime.analysis.state.ThreadKind;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.KfreeSkb;
import org.sockmodel.runtime.trace.TraceEvent;

/**
 * Adds up what CPUs spend their time on, and what NET_RX does on each. Cost: a few array accesses an event; no
 * allocation once every CPU has been seen.
 *
 * <p>Time between the CPU's entry into an interrupt and its first event counts for what was interrupted.
 */
public final class CpuAnalysis implements KernelListener {

  private final Filter filter;
  private final Names names;
  private CpuTally[] tallies = {};

  public CpuAnalysis(Filter filter, Names names) {
    this.filter = filter;
    this.names = names;
  }

  /** Takes what nobody tells it. */
  public void attach(KernelState state) {
    state.on(KfreeSkb.TRACEPOINT, this::freed, KfreeSkb.REASON);
  }

  /** A CPU hands a packet to its protocol. */
  public void received(CpuState cpu, long timeNs) {
    tally(cpu, timeNs).packets++;
  }

  @Override
  public void entered(CpuState cpu, ContextKind kind, int number, int name, long timeNs) {
    tally(cpu, timeNs).enter(mode(cpu, cpu.current()), timeNs);
  }

  @Override
  public void left(CpuState cpu, ContextKind kind, int number, int name, long startNs, long busyNs, long timeNs) {
    tally(cpu, timeNs).enter(mode(cpu, cpu.current()), timeNs);
  }

  @Override
  public void raised(CpuState cpu, int vec, long timeNs) {
    if (vec != Softirq.NET_RX) {
      return;
    }
    CpuTally tally = tally(cpu, timeNs);
    if (cpu.contexts().inSoftirq(Softirq.NET_RX)) {
      tally.netRxReraised++;
    } else if (cpu.contexts().kind() == ContextKind.VECTOR && names.text(cpu.contexts().name()).startsWith("call_")) {
      tally.netRxByIpi++;
    }
  }

  @Override
  public void lost(CpuState cpu) {
    if (cpu.id() < tallies.length && tallies[cpu.id()] != null) {
      tallies[cpu.id()].lose();
    }
  }

  @Override
  public void switched(CpuState cpu, TaskState prev, TaskState next, boolean sleeps, long timeNs) {
    tally(cpu, timeNs).enter(taskMode(next), timeNs);
  }

  @Override
  public void switchedUnseen(CpuState cpu, TaskState prev, TaskState next, long timeNs) {
    tally(cpu, timeNs).enter(mode(cpu, next), timeNs);
  }

  @Override
  public void callEntered(CpuState cpu, TaskState task, long timeNs) {
    tally(cpu, timeNs).enter(mode(cpu, task), timeNs);
  }

  @Override
  public void callLeft(CpuState cpu, TaskState task, CallKind kind, long ret, long timeNs) {
    CpuTally tally = tally(cpu, timeNs);
    boolean ofTask = tally.mode() == CpuMode.SYSTEM || tally.mode() == CpuMode.UNKNOWN;
    tally.enter(ofTask ? CpuMode.USER : tally.mode(), timeNs);
  }

  /** What has been counted so far; {@code endNs} is the end of the trace. */
  public CpuSummary summary(long endNs) {
    List<CpuSummary.Cpu> cpus = new ArrayList<>();
    for (int cpu = 0; cpu < tallies.length; cpu++) {
      if (tallies[cpu] != null && filter.acceptsCpu(cpu)) {
        cpus.add(tallies[cpu].summary(cpu, Math.min(endNs, filter.endNs())));
      }
    }
    return new CpuSummary(cpus);
  }

  private void freed(TraceEvent event, CpuState cpu) {
    if (event.has(KfreeSkb.REASON) && names.text((int) event.value(KfreeSkb.REASON)).equals("CPU_BACKLOG")) {
      tally(cpu, event.timeNs()).backlogDrops++;
    }
  }

  private CpuMode mode(CpuState cpu, TaskState task) {
    CpuMode ofTask = task == null ? CpuMode.UNKNOWN : taskMode(task);
    ContextKind kind = cpu.contexts().kind();
    if (kind == null) {
      return ofTask;
    }
    if (kind != ContextKind.SOFTIRQ) {
      return CpuMode.HARDIRQ;
    }
    return ofTask == CpuMode.KSOFTIRQD ? CpuMode.KSOFTIRQD : CpuMode.SOFTIRQ;
  }

  private CpuMode taskMode(TaskState task) {
    if (task.isIdle()) {
      return CpuMode.IDLE;
    }
    ThreadKind kind = task.kind(names);
    if (kind == ThreadKind.KSOFTIRQD) {
      return CpuMode.KSOFTIRQD;
    }
    return task.call() != CallKind.NONE || kind != ThreadKind.PROGRAM ? CpuMode.SYSTEM : CpuMode.USER;
  }

  private CpuTally tally(CpuState cpu, long timeNs) {
    int id = cpu.id();
    return id < tallies.length && tallies[id] != null ? tallies[id] : newTally(id, timeNs);
  }

  private CpuTally newTally(int id, long timeNs) {
    if (id >= tallies.length) {
      tallies = Arrays.copyOf(tallies, id + 1);
    }
    tallies[id] = new CpuTally(timeNs);
    return tallies[id];
  }
}
