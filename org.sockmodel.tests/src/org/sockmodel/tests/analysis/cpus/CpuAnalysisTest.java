package org.sockmodel.tests.analysis.cpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;
import static org.sockmodel.tests.analysis.TinyTrace.PREEMPTED;
import static org.sockmodel.tests.analysis.TinyTrace.SLEEPING;

import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.cpus.CpuAnalysis;
import org.sockmodel.runtime.analysis.cpus.CpuMode;
import org.sockmodel.runtime.analysis.cpus.CpuSummary;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.trace.NetTracepoints.NetifReceiveSkb;
import org.sockmodel.runtime.trace.SchedTracepoints;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;

class CpuAnalysisTest {

  private static final int READER = 42;
  private static final int KSOFTIRQD = 13;
  private static final int DRAINED = 0;

  private final TinyTrace trace = new TinyTrace();
  private final CpuAnalysis analysis = new CpuAnalysis(Filter.ALL, trace.names());

  CpuAnalysisTest() {
    KernelState state = new KernelState(trace.names(), Long.MIN_VALUE, Long.MAX_VALUE);
    state.listen(analysis);
    state.on(NetifReceiveSkb.TRACEPOINT, (event, cpu) -> analysis.received(cpu, event.timeNs()));
    analysis.attach(state);
    trace.to(state);
  }

  @Test
  void shouldGiveNestedContextsTheirOwnTime() {
    trace.at(0, 0).switchTasks(READER, SLEEPING, 0).at(0, 100).irqEntry(26, "eth0").at(0, 130).irqExit(26);
    trace.at(0, 150).softirqEntry(NET_RX).at(0, 160).timerEntry().at(0, 170).timerExit();
    trace.at(0, 250).softirqExit(NET_RX);

    CpuSummary.Cpu cpu = cpu(0, 300);

    assertEquals(30 + 10, cpu.timeNs(CpuMode.HARDIRQ));
    assertEquals(10 + 80, cpu.timeNs(CpuMode.SOFTIRQ));
    assertEquals(100 + 20 + 50, cpu.timeNs(CpuMode.IDLE));
    assertEquals(300, cpu.totalNs());
  }

  @Test
  void shouldNotKnowWhatACpuDoesAfterItsLastChangeBeforeALoss() {
    Analysis all = new Analysis(trace.names(), Filter.ALL);
    trace.to(all).at(0, 0).switchTasks(READER, SLEEPING, 0).at(0, 100).softirqEntry(NET_RX).lost(7);
    trace.at(0, 250).switchTasks(0, 0, READER).at(0, 300).switchTasks(READER, SLEEPING, 0);

    CpuSummary.Cpu cpu = all.report(trace.statistics()).cpus().cpus().get(0);

    assertEquals(100, cpu.timeNs(CpuMode.IDLE));
    assertEquals(0, cpu.timeNs(CpuMode.SOFTIRQ));
    assertEquals(150, cpu.timeNs(CpuMode.UNKNOWN));
    assertEquals(50, cpu.timeNs(CpuMode.USER));
  }

  @Test
  void shouldTellUserFromSystemTime() {
    trace.at(0, 0).switchTasks(0, 0, READER).at(0, 100).enter(Syscall.RECVFROM, 5, 0, 64, 0);
    trace.at(0, 110).switchTasks(READER, SLEEPING, 0).at(0, 200).switchTasks(0, 0, READER);
    trace.at(0, 230).exit(Syscall.RECVFROM, 64);

    CpuSummary.Cpu cpu = cpu(0, 300);

    assertEquals(10 + 30, cpu.timeNs(CpuMode.SYSTEM));
    assertEquals(100 + 70, cpu.timeNs(CpuMode.USER));
    assertEquals(90, cpu.timeNs(CpuMode.IDLE));
  }

  @Test
  void shouldCountSoftirqsOfKsoftirqdAsItsOwnTime() {
    switchToKsoftirqd(0);
    trace.at(0, 50).softirqEntry(NET_RX).at(0, 80).raise(NET_RX).at(0, 90).softirqExit(NET_RX);
    trace.at(0, 120).switchTasks(KSOFTIRQD, PREEMPTED, READER);

    CpuSummary.Cpu cpu = cpu(0, 150);

    assertEquals(120, cpu.timeNs(CpuMode.KSOFTIRQD));
    assertEquals(0, cpu.timeNs(CpuMode.SOFTIRQ));
    assertEquals(30, cpu.timeNs(CpuMode.USER));
    assertEquals(1, cpu.netRxReraised());
  }

  @Test
  void shouldShowWhatAnotherCpuSteeredHere() {
    trace.at(1, 10).ipiEntry().raise(NET_RX).at(1, 20).ipiExit().at(1, 30).softirqEntry(NET_RX).receiveSkb(1);
    trace.at(1, 40).softirqExit(NET_RX);
    trace.at(0, 50).drop("CPU_BACKLOG", "enqueue_to_backlog");

    assertEquals(1, cpu(1, 50).netRxByIpi());
    assertEquals(1, cpu(1, 50).packets());
    assertEquals(0, cpu(1, 50).backlogDrops());
    assertEquals(1, cpu(0, 50).backlogDrops());
  }

  @Test
  void shouldNotClaimToKnowWhatNoEventShows() {
    trace.at(0, 100).softirqEntry(NET_RX).at(0, 150).softirqExit(NET_RX);

    assertEquals(50, cpu(0, 400).timeNs(CpuMode.SOFTIRQ));
    assertEquals(250, cpu(0, 400).timeNs(CpuMode.UNKNOWN));
  }

  private void switchToKsoftirqd(long timeNs) {
    int name = trace.names().intern("ksoftirqd/0");
    trace.at(0, timeNs).event(SchedTracepoints.SchedSwitch.TRACEPOINT, 0, 0, 120, DRAINED, name, KSOFTIRQD, 120);
  }

  private CpuSummary.Cpu cpu(int id, long endNs) {
    return analysis.summary(endNs).cpus().stream().filter(cpu -> cpu.cpu() == id).findFirst().orElseThrow();
  }
}
