package org.sockmodel.tests.analysis.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.receive.LocalPorts;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Notes;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;

/** Reports of messages that came to port 5000, as far as somebody tells the port. */
class PortFilterTest {

  private static final int READER = 42;
  private static final int FD = 5;

  private static Report report(LocalPorts ports) {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL.withPort(5000)).withPorts(ports);
    trace.to(analysis);
    trace.at(1, 1000).switchTasks(0, 0, READER).enter(Syscall.RECVFROM, FD, 0, 64, 0).exit(Syscall.RECVFROM, 64);
    return analysis.report(trace.statistics());
  }

  @Test
  void shouldAskForAPortThatTheTraceDoesNotShow() {
    assertEquals(1, report((tid, fd) -> tid == READER && fd == FD ? 5000 : -1).receives().messages());
  }

  @Test
  void shouldSayWhatToDoWhereNobodyTellsThePort() {
    Report report = report(LocalPorts.UNKNOWN);

    assertEquals(0, report.receives().messages());
    List<String> notes = Notes.of(report);
    assertEquals("only what the filter asks for is counted; a message costs the interrupts and softirqs that brought"
        + " one of these messages, while those of all readers are listed.", notes.get(0));
    assertEquals("1 message is left out: no event tells the port. Of sockets that are read only TCP's tell it "
            + "(tcp_rcv_space_adjust); a reader of UDP is picked by --task.", notes.get(notes.size() - 1));
  }

  @Test
  void shouldTellOtherPortsFromUnknownOnes() {
    assertTrue(Notes.of(report((tid, fd) -> 6000)).contains("1 message is left out, of other ports."));
  }
}
