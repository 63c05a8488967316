package org.sockmodel.tests.analysis.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.text.TextReport;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.TracepointRegistry;
import org.sockmodel.tests.analysis.TinyTrace;

/** {@code recvmmsg} returns how many messages there are, and nobody tells how long they are. */
class ManyMessagesTest {

  @Test
  void shouldCountMessagesAndNoBytes() {
    TracepointRegistry calls = new TracepointRegistry();
    Tracepoint enter = calls.add("sys_enter_recvmmsg", List.of(new Field("fd", Field.Kind.S64)));
    Tracepoint exit = calls.add("sys_exit_recvmmsg", List.of(new Field("ret", Field.Kind.S64)));
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    trace.to(analysis).at(1, 1000).switchTasks(0, 0, 42).event(enter, 5).at(1, 2000).event(exit, 3);
    Report report = analysis.report(trace.statistics());

    assertEquals(3, report.receives().messages());
    assertEquals(0, report.receives().bytes());
    assertTrue(TextReport.of(report).contains("; 3 messages.\n"), TextReport.of(report));
  }
}
