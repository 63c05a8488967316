package org.sockmodel.tests.analysis.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sockmodel.tests.analysis.TinyTrace.AF_INET;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;
import static org.sockmodel.tests.analysis.TinyTrace.SLEEPING;
import static org.sockmodel.tests.analysis.TinyTrace.TCP;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.NetTracepoints.TcpRcvSpaceAdjust;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.TracepointRegistry;
import org.sockmodel.tests.analysis.TinyTrace;

/** A proxy moves what a socket holds into a pipe, and on from there, by {@code splice}. */
class SplicedMessagesTest {

  private static final int PROXY = 42;

  private final TracepointRegistry calls = new TracepointRegistry();
  private final Tracepoint enter = calls.add("sys_enter_splice", List.of(new Field("fd_in", Field.Kind.S64)));
  private final Tracepoint exit = calls.add("sys_exit_splice", List.of(new Field("ret", Field.Kind.S64)));

  @Test
  void shouldBeFollowedFromTheSocketAndNotOnFromThePipe() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    trace.to(analysis).at(1, 1000).switchTasks(0, 0, PROXY).event(enter, 5).switchTasks(PROXY, SLEEPING, 0);
    trace.at(0, 2000).irqEntry(26, "eth0").raise(NET_RX).irqExit(26).at(0, 2500).softirqEntry(NET_RX).receiveSkb(1);
    trace.dataReady(AF_INET, TCP).waking(PROXY, 1).poll("eth0", 1, 64).softirqExit(NET_RX);
    trace.at(1, 4000).switchTasks(0, 0, PROXY).event(TcpRcvSpaceAdjust.TRACEPOINT).at(1, 5000).event(exit, 64);
    trace.at(1, 6000).event(enter, 7).at(1, 7000).event(exit, 64);
    Report report = analysis.report(trace.statistics());

    assertEquals(1, report.receives().messages());
    assertEquals(64, report.receives().bytes());
    assertEquals(3000, report.receives().time(Stage.TOTAL).maxNs());
  }
}
