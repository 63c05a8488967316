package org.sockmodel.runtime.report;

import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.cpus.CpuAnalysis;
import org.sockmodel.runtime.analysis.drops.DropAnalysis;
import org.sockmodel.runtime.analysis.interrupts.InterruptAnalysis;
import org.sockmodel.runtime.analysis.latency.LatencyAnalysis;
import org.sockmodel.runtime.analysis.napi.NapiAnalysis;
import org.sockmodel.runtime.analysis.path.PacketPaths;
import org.sockmodel.runtime.analysis.receive.ReceiveAnalysis;
import org.sockmodel.runtime.analysis.scheduling.SchedulingAnalysis;
import org.sockmodel.runtime.analysis.state.CallKind;
import org.sockmodel.runtime.analysis.state.ContextKind;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.KernelListener;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.analysis.state.TaskState;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.NapiPoll;
import org.sockmodel.runtime.trace.NetTracepoints.NetifReceiveSkb;
import org.sockmodel.runtime.trace.NetTracepoints.SkDataReady;
import org.sockmodel.runtime.trace.TraceEvent;

/**
 * The analyses of every report as one listener: who is told what, and in which order. Calls go to classes that are
 * known here, so that the compiler can put them together; a call for each of a list of listeners would go through a
 * table, to a place that the processor cannot foresee.
 */
final class Analyses implements KernelListener {

  final PacketPaths paths;
  final InterruptAnalysis interrupts;
  final SchedulingAnalysis scheduling;
  final ReceiveAnalysis receives;
  final LatencyAnalysis latency;
  final NapiAnalysis napi;
  final DropAnalysis drops;
  final CpuAnalysis cpus;

  Analyses(Filter filter, Names names) {
    paths = new PacketPaths(names);
    interrupts = new InterruptAnalysis(paths, filter, names);
    scheduling = new SchedulingAnalysis(filter, names);
    receives = new ReceiveAnalysis(paths, filter, names);
    latency = new LatencyAnalysis(filter, names);
    receives.listen(latency::search);
    receives.listenLater(latency::count);
    napi = new NapiAnalysis(filter, names);
    drops = new DropAnalysis(paths, filter, names);
    cpus = new CpuAnalysis(filter, names);
  }

  /** Takes part in following a trace. */
  void attach(KernelState state) {
    state.listen(this);
    state.on(NetifReceiveSkb.TRACEPOINT, this::received, NetifReceiveSkb.SKBADDR, NetifReceiveSkb.LEN,
        NetifReceiveSkb.DEV);
    state.on(SkDataReady.TRACEPOINT, this::dataReady, SkDataReady.FAMILY, SkDataReady.PROTOCOL,
        SkDataReady.SKADDR);
    state.on(NapiPoll.TRACEPOINT, this::polled, NapiPoll.NAPI, NapiPoll.DEV_NAME, NapiPoll.WORK,
        NapiPoll.BUDGET);
    drops.attach(state);
    paths.attach(state);
    receives.attach(state);
    cpus.attach(state);
  }

  private void received(TraceEvent event, CpuState cpu) {
    if (paths.received(event, cpu)) {
      cpus.received(cpu, event.timeNs());
      if (!paths.isFromOtherCpu(cpu)) {
        interrupts.received(cpu);
      }
    }
  }

  private void dataReady(TraceEvent event, CpuState cpu) {
    paths.dataReady(event, cpu);
    receives.told(cpu);
  }

  private void polled(TraceEvent event, CpuState cpu) {
    interrupts.polled(event, cpu);
    paths.polled(event, cpu);
    napi.polled(event, cpu);
  }

  @Override
  public void entered(CpuState cpu, ContextKind kind, int number, int name, long timeNs) {
    paths.entered(cpu, kind, number, name, timeNs);
    interrupts.entered(cpu, kind, number, name, timeNs);
    cpus.entered(cpu, kind, number, name, timeNs);
  }

  @Override
  public void left(CpuState cpu, ContextKind kind, int number, int name, long startNs, long busyNs, long timeNs) {
    paths.left(cpu, kind, number, name, startNs, busyNs, timeNs);
    interrupts.left(cpu, kind, number, name, startNs, busyNs, timeNs);
    cpus.left(cpu, kind, number, name, startNs, busyNs, timeNs);
    latency.left(cpu, kind, number, name, startNs, busyNs, timeNs);
  }

  @Override
  public void raised(CpuState cpu, int vec, long timeNs) {
    paths.raised(cpu, vec, timeNs);
    interrupts.raised(cpu, vec, timeNs);
    cpus.raised(cpu, vec, timeNs);
  }

  @Override
  public void lost(CpuState cpu) {
    paths.lost(cpu);
    receives.lost();
    cpus.lost(cpu);
  }

  @Override
  public void woken(CpuState cpu, TaskState task, long timeNs) {
    paths.woken(cpu, task, timeNs);
    scheduling.woken(cpu, task, timeNs);
    receives.woken(cpu, task, timeNs);
  }

  @Override
  public void switched(CpuState cpu, TaskState prev, TaskState next, boolean sleeps, long timeNs) {
    paths.switched(cpu, prev, next, sleeps, timeNs);
    scheduling.switched(cpu, prev, next, sleeps, timeNs);
    receives.switched(cpu, prev, next, sleeps, timeNs);
    cpus.switched(cpu, prev, next, sleeps, timeNs);
    latency.switched(cpu, sleeps ? null : prev, next, timeNs);
  }

  @Override
  public void switchedUnseen(CpuState cpu, TaskState prev, TaskState next, long timeNs) {
    paths.switchedUnseen(cpu, prev, next, timeNs);
    scheduling.switchedUnseen(cpu, prev, next, timeNs);
    receives.switchedUnseen(cpu, prev, next, timeNs);
    cpus.switchedUnseen(cpu, prev, next, timeNs);
    latency.switched(cpu, null, next, timeNs);
  }

  @Override
  public void gone(TaskState task) {
    receives.gone(task);
  }

  @Override
  public void callEntered(CpuState cpu, TaskState task, long timeNs) {
    paths.callEntered(cpu, task, timeNs);
    receives.callEntered(cpu, task, timeNs);
    cpus.callEntered(cpu, task, timeNs);
  }

  @Override
  public void callLeft(CpuState cpu, TaskState task, CallKind kind, long ret, long timeNs) {
    paths.callLeft(cpu, task, kind, ret, timeNs);
    receives.callLeft(cpu, task, kind, ret, timeNs);
    cpus.callLeft(cpu, task, kind, ret, timeNs);
  }
}
