package org.sockmodel.tests.conform;

import java.util.function.Consumer;
import org.sockmodel.runtime.analysis.conform.Comparison;
import org.sockmodel.runtime.analysis.conform.Conformance;
import org.sockmodel.runtime.analysis.conform.SequenceResult;
import org.sockmodel.runtime.analysis.conform.SetAside;
import org.sockmodel.runtime.analysis.conform.step.StepReader;
import org.sockmodel.runtime.analysis.conform.step.Steps;
import org.sockmodel.runtime.trace.FunctionTracepoints.Function;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;

/** A reader, task1, sleeps in recvfrom; a sender, task2, sends on another CPU; both by hand. And how two compare. */
final class ReaderAndSender {

  static final int READER = 1;
  static final int SENDER = 2;
  static final int KERNEL_THREAD = 7;

  private ReaderAndSender() {
  }

  static void calling(TinyTrace trace, String... functions) {
    trace.at(1, 20).by(SENDER).enter(Syscall.SENDTO, 7, 0, 64, 0);
    entering(trace, functions);
    trace.exit(Syscall.SENDTO, 64);
  }

  static void entering(TinyTrace trace, String... functions) {
    for (String function : functions) {
      trace.event(Function.TRACEPOINT, trace.names().intern(function));
    }
  }

  static void wakeUp(TinyTrace trace) {
    wakeUp(trace, 0, 1, 10);
  }

  static void wakeUp(TinyTrace trace, int readerCpu, int senderCpu, long timeNs) {
    asleep(trace, readerCpu, timeNs);
    send(trace, senderCpu, readerCpu, timeNs + 10, 1);
    awake(trace, readerCpu, timeNs + 20);
  }

  static void asleep(TinyTrace trace, int cpu, long timeNs) {
    trace.at(cpu, timeNs).by(READER).enter(Syscall.RECVFROM, 6, 0, 64, 0)
        .switchTasks(READER, TinyTrace.SLEEPING, 0);
  }

  static void send(TinyTrace trace, int cpu, int readerCpu, long timeNs, int work) {
    trace.at(cpu, timeNs).by(SENDER).enter(Syscall.SENDTO, 7, 0, 64, 0).queue(9).raise(TinyTrace.NET_RX);
    trace.softirqEntry(TinyTrace.NET_RX);
    deliver(trace, readerCpu, work);
  }

  static void deliver(TinyTrace trace, int readerCpu, int work) {
    trace.dataReady(TinyTrace.AF_INET, TinyTrace.UDP).waking(READER, readerCpu).poll("lo", work, 64);
    trace.softirqExit(TinyTrace.NET_RX).exit(Syscall.SENDTO, 64);
  }

  static void awake(TinyTrace trace, int cpu, long timeNs) {
    trace.at(cpu, timeNs).by(0).ipiEntry().wakeup(READER, cpu).ipiExit().switchTasks(0, 0, READER);
    trace.at(cpu, timeNs + 1).by(READER).copy(1, 64).exit(Syscall.RECVFROM, 64);
  }

  static SetAside aside(Comparison comparison, String rule) {
    return comparison.setAside().stream().filter(aside -> aside.rule().startsWith(rule)).findFirst().orElseThrow();
  }

  static SequenceResult sequence(Comparison comparison, String thread, String lane) {
    return comparison.events().stream()
        .filter(result -> result.thread().equals(thread) && result.lane().symbol().equals(lane))
        .findFirst().orElseThrow();
  }

  static Comparison compare(Consumer<TinyTrace> reference, Consumer<TinyTrace> candidate) {
    return Conformance.compare(steps(reference), steps(candidate));
  }

  static Steps steps(Consumer<TinyTrace> events) {
    TinyTrace trace = new TinyTrace();
    StepReader reader = new StepReader(trace.names());
    events.accept(trace.to(reader));
    return reader.steps();
  }
}
