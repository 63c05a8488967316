package org.sockmodel.tests.report;

import static org.sockmodel.tests.analysis.TinyTrace.AF_INET;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;
import static org.sockmodel.tests.analysis.TinyTrace.SLEEPING;
import static org.sockmodel.tests.analysis.TinyTrace.UDP;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.NetTracepoints;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.ftrace.FtraceWriter;
import org.sockmodel.tests.analysis.TinyTrace;

/** A small trace with one of everything: messages by interrupt, an error, a timer, a drop. */
public final class SampleTrace {

  public static final String HOSTILE_NAME = "\u001b[31m</script><b>&\"\u202e";

  public static final int READER = 42;

  private SampleTrace() {
  }

  public static Report report(int messages) {
    return report(messages, "eth0-rx-0", 0);
  }

  /** A report of so many messages; a device of this name; every message takes {@code slowerNs} longer. */
  public static Report report(int messages, String device, long slowerNs) {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    feed(trace.to(analysis), messages, device, slowerNs);
    return analysis.report(trace.statistics());
  }

  /** A report of two hundred messages like the others, and one of another reader that was fetched 100 ms late. */
  public static Report withALateReader() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    feed(trace.to(analysis), 200, "eth0", 0);
    messageFetchedLate(trace, 201, "eth0", 100_000_000, 77);
    return analysis.report(trace.statistics());
  }

  /** Writes the trace as ftrace text. */
  public static Path write(Path file, int messages, long slowerNs) throws TraceException {
    try (FtraceWriter writer = new FtraceWriter(file, 2)) {
      feed(new TinyTrace().to(writer), messages, "eth0-rx-0", slowerNs);
    }
    return file;
  }

  public static void feed(TinyTrace trace, int messages, String device, long slowerNs) {
    trace.at(1, 0).switchTasks(0, 0, READER).enter(Syscall.RECVFROM, 5, 0, 64, 0x40).exit(Syscall.RECVFROM, -11);
    trace.at(0, 900).timerEntry().at(0, 1000).timerExit();
    trace.queue(1).drop("SOCKET_RCVBUFF", "udp_queue_rcv_one_skb+0x1d/0x2f0");
    trace.event(NetTracepoints.UdpFailQueueRcvSkb.TRACEPOINT, -12, AF_INET, 4000, 5000);
    for (int i = 1; i <= messages; i++) {
      message(trace, i, device, slowerNs, 0);
    }
  }

  /** A message of this number; its reader gets it so much later, after its CPU has run {@code before}, 0 for idle. */
  public static void message(TinyTrace trace, int number, String device, long slowerNs, int before) {
    message(trace, number, device, slowerNs, before, 0);
  }

  /**
   * A message whose CPU runs a task for most of the time, and then idles for 2 us before it turns to the reader.
   *
   * @return when the reader gets it
   */
  public static long messageHeldUp(TinyTrace trace, int number, String device, long slowerNs, int hog) {
    long timeNs = number * 1_000_000L;
    long runNs = timeNs + 9000 + slowerNs;
    trace.at(1, timeNs).enter(Syscall.RECVFROM, 5, 0, 64, 0).at(1, timeNs + 100).switchTasks(READER, SLEEPING, hog);
    trace.at(0, timeNs + 1000).irqEntry(26, device).raise(NET_RX).at(0, timeNs + 1250).irqExit(26);
    trace.at(0, timeNs + 1500).softirqEntry(NET_RX).receiveSkb(number).at(0, timeNs + 2700).dataReady(AF_INET, UDP);
    trace.at(0, timeNs + 3000).waking(READER, 1).poll("eth0", 1, 64).at(0, timeNs + 3300).softirqExit(NET_RX);
    trace.at(1, runNs - 2000).switchTasks(hog, SLEEPING, 0).at(1, runNs).switchTasks(0, 0, READER);
    trace.at(1, runNs + 1300).exit(Syscall.RECVFROM, 64);
    return runNs + 1300;
  }

  /** A message that a task fetches so long after it came, for which it has not waited. */
  public static void messageFetchedLate(TinyTrace trace, int number, String device, long lateNs, int task) {
    long timeNs = number * 1_000_000L;
    trace.at(0, timeNs + 1000).irqEntry(26, device).raise(NET_RX).at(0, timeNs + 1250).irqExit(26);
    trace.at(0, timeNs + 1500).softirqEntry(NET_RX).receiveSkb(number).at(0, timeNs + 2700).dataReady(AF_INET, UDP);
    trace.at(0, timeNs + 3300).softirqExit(NET_RX);
    trace.at(1, timeNs + lateNs).switchTasks(READER, 0, task).enter(Syscall.RECVFROM, 6, 0, 64, 0).copy(number, 64);
    trace.at(1, timeNs + lateNs + 1300).exit(Syscall.RECVFROM, 64);
  }

  /** A message whose reader is switched out with that state once it is woken, while its CPU idles. */
  public static void messageHeldBack(TinyTrace trace, int number, String device, long slowerNs, int state) {
    long timeNs = number * 1_000_000L;
    long runNs = timeNs + 9000 + slowerNs;
    trace.at(1, timeNs).enter(Syscall.RECVFROM, 5, 0, 64, 0).at(1, timeNs + 100).switchTasks(READER, SLEEPING, 0);
    trace.at(0, timeNs + 1000).irqEntry(26, device).raise(NET_RX).at(0, timeNs + 1250).irqExit(26);
    trace.at(0, timeNs + 1500).softirqEntry(NET_RX).receiveSkb(number).at(0, timeNs + 2700).dataReady(AF_INET, UDP);
    trace.at(0, timeNs + 3000).waking(READER, 1).poll("eth0", 1, 64).at(0, timeNs + 3300).softirqExit(NET_RX);
    trace.at(1, timeNs + 6000).switchTasks(0, 0, READER).at(1, timeNs + 6500).switchTasks(READER, state, 0);
    trace.at(1, runNs).switchTasks(0, 0, READER).at(1, runNs + 1300).exit(Syscall.RECVFROM, 64);
  }

  /** A message that comes while its reader sleeps on a lock, which it gets so late; its CPU runs another task. */
  public static void messageOfSleeper(TinyTrace trace, int number, String device, long lateNs, int other) {
    messageOfSleeper(trace, number, device, lateNs, other, SLEEPING, any -> any.waking(READER, 1));
  }

  /** The same, for a reader that sleeps in this state and is woken so. */
  public static void messageOfSleeper(TinyTrace trace, int number, String device, long lateNs, int other, int state,
      UnaryOperator<TinyTrace> waking) {
    long timeNs = number * 1_000_000L;
    long runNs = timeNs + lateNs;
    trace.at(1, timeNs).switchTasks(READER, state, other);
    trace.at(0, timeNs + 1000).irqEntry(26, device).raise(NET_RX).at(0, timeNs + 1250).irqExit(26);
    trace.at(0, timeNs + 1500).softirqEntry(NET_RX).receiveSkb(number).at(0, timeNs + 2700).dataReady(AF_INET, UDP);
    trace.at(0, timeNs + 3000).poll("eth0", 1, 64).at(0, timeNs + 3300).softirqExit(NET_RX);
    waking.apply(trace.at(0, runNs - 3000)).at(1, runNs).switchTasks(other, 0, READER);
    trace.at(1, runNs + 500).enter(Syscall.RECVFROM, 5, 0, 64, 0).at(1, runNs + 1300).exit(Syscall.RECVFROM, 64);
  }

  /** A message before whose reader runs there are so many interrupts of a microsecond, a microsecond apart. */
  public static void messageInterrupted(TinyTrace trace, int number, String device, int interrupts) {
    long timeNs = number * 1_000_000L;
    long runNs = timeNs + 9000 + interrupts * 2000L;
    trace.at(1, timeNs).enter(Syscall.RECVFROM, 5, 0, 64, 0).at(1, timeNs + 100).switchTasks(READER, SLEEPING, 0);
    trace.at(0, timeNs + 1000).irqEntry(26, device).raise(NET_RX).at(0, timeNs + 1250).irqExit(26);
    trace.at(1, timeNs + 1700).timerEntry();
    trace.at(0, timeNs + 1500).softirqEntry(NET_RX).receiveSkb(number).at(0, timeNs + 2700).dataReady(AF_INET, UDP);
    trace.at(1, timeNs + 2900).timerExit();
    trace.at(0, timeNs + 3000).waking(READER, 1).poll("eth0", 1, 64).at(0, timeNs + 3300).softirqExit(NET_RX);
    for (int i = 0; i < interrupts; i++) {
      trace.at(1, timeNs + 5000 + i * 2000L).timerEntry().at(1, timeNs + 6000 + i * 2000L).timerExit();
    }
    trace.at(1, runNs).switchTasks(0, 0, READER).at(1, runNs + 1300).exit(Syscall.RECVFROM, 64);
  }

  /** The same, with a timer interrupt of this length on the reader's CPU before the reader runs. */
  public static void message(TinyTrace trace, int number, String device, long slowerNs, int before, long timerNs) {
    long timeNs = number * 1_000_000L;
    long runNs = timeNs + 9000 + number * 37L % 100 * 10 + slowerNs;
    trace.at(1, timeNs).enter(Syscall.RECVFROM, 5, 0, 64, 0).at(1, timeNs + 100).switchTasks(READER, SLEEPING, before);
    trace.at(0, timeNs + 1000).irqEntry(26, device).raise(NET_RX).at(0, timeNs + 1250).irqExit(26);
    trace.at(0, timeNs + 1500).softirqEntry(NET_RX).receiveSkb(number).at(0, timeNs + 2700).dataReady(AF_INET, UDP);
    trace.at(0, timeNs + 3000).waking(READER, 1).poll("eth0", 1, 64).at(0, timeNs + 3300).softirqExit(NET_RX);
    trace.at(1, timeNs + 4000).ipiEntry().wakeup(READER, 1).at(1, timeNs + 4200).ipiExit();
    if (timerNs > 0) {
      trace.at(1, timeNs + 5000).timerEntry().at(1, timeNs + 5000 + timerNs).timerExit();
    }
    trace.at(1, runNs).switchTasks(before, 0, READER).at(1, runNs + 1300).exit(Syscall.RECVFROM, 64);
  }
}
