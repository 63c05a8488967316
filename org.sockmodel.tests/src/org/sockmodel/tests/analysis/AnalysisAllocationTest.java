package org.sockmodel.tests.analysis;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.analysis.TinyTrace.AF_INET;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;
import static org.sockmodel.tests.analysis.TinyTrace.SLEEPING;
import static org.sockmodel.tests.analysis.TinyTrace.UDP;

import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.trace.NetTracepoints;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.tests.Allocations;

class AnalysisAllocationTest {

  private static final int EVENTS_PER_MESSAGE = 16;
  private static final int READER = 42;

  @Test
  void shouldAllocateNothingPerEventOnceWarm() {
    TinyTrace trace = new TinyTrace();
    Recorder recorder = new Recorder(trace);
    trace.to(recorder);
    message(trace);
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    recorder.replay(analysis, 20_000);

    long bytes = Allocations.during(() -> recorder.replay(analysis, 20_000));

    assertTrue(bytes < 20_000, bytes + " bytes for " + 20_000 * EVENTS_PER_MESSAGE + " events");
  }

  private static void message(TinyTrace trace) {
    trace.at(1, 0).enter(Syscall.RECVFROM, 5, 0, 64, 0).switchTasks(READER, SLEEPING, 0);
    trace.at(0, 10).irqEntry(26, "eth0").raise(NET_RX).irqExit(26).softirqEntry(NET_RX).gro(1).receiveSkb(1);
    trace.at(0, 20).dataReady(AF_INET, UDP).waking(READER, 1).poll("eth0", 1, 64).softirqExit(NET_RX);
    trace.at(1, 30).wakeup(READER, 1).switchTasks(0, 0, READER);
    trace.event(NetTracepoints.SockRecvLength.TRACEPOINT, 1, AF_INET, UDP, 64, 0, 0).exit(Syscall.RECVFROM, 64);
  }

  /** Keeps events and sends them again, later and later. */
  private static final class Recorder implements TraceSink {
    private final TraceEvent[] events = new TraceEvent[EVENTS_PER_MESSAGE];
    private final TinyTrace trace;
    private int size;
    private long shiftNs;

    Recorder(TinyTrace trace) {
      this.trace = trace;
    }

    @Override
    public void accept(TraceEvent event) {
      TraceEvent copy = copy(event, new TraceEvent(trace.names()), 0);
      events[size++] = copy;
    }

    void replay(TraceSink sink, int rounds) {
      TraceEvent flyweight = new TraceEvent(trace.names());
      for (int round = 0; round < rounds; round++) {
        shiftNs += 1000;
        for (TraceEvent event : events) {
          sink.accept(copy(event, flyweight, shiftNs));
        }
      }
    }

    private static TraceEvent copy(TraceEvent from, TraceEvent to, long shiftNs) {
      to.begin(from.tracepoint(), from.timeNs() + shiftNs, from.cpu());
      for (int i = 0; i < from.tracepoint().fields().size(); i++) {
        to.set(i, from.value(i));
      }
      return to;
    }
  }
}
