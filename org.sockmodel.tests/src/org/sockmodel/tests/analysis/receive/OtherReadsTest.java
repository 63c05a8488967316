package org.sockmodel.tests.analysis.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.analysis.TinyTrace.AF_INET;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;
import static org.sockmodel.tests.analysis.TinyTrace.UDP;

import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Headline;
import org.sockmodel.runtime.report.Notes;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.NetTracepoints.SockRecvLength;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.UringTracepoints.IoUringComplete;
import org.sockmodel.tests.analysis.TinyTrace;

/** Readers by io_uring make no receive call; without its events only that their socket was read is told. */
class OtherReadsTest {

  private static final int READER = 42;
  private static final int URING = 43;
  private static final int EAGAIN = 11;

  private final TinyTrace trace = new TinyTrace();
  private final Analysis analysis = new Analysis(trace.names(), Filter.ALL);

  private void read(int times) {
    trace.to(analysis).at(0, 1000).switchTasks(0, 0, URING);
    for (int i = 0; i < times; i++) {
      trace.at(0, 2000 + i).event(SockRecvLength.TRACEPOINT, 0x77, AF_INET, UDP, 0, -EAGAIN, 0x40);
      trace.event(SockRecvLength.TRACEPOINT, 0x77, AF_INET, UDP, 64, 0, 0x40);
    }
  }

  @Test
  void shouldBeToldWhereThereIsNoReceiveCall() {
    read(5);
    trace.at(0, 9000).enter(Syscall.CLOSE, 3).exit(Syscall.CLOSE, 0);

    assertEquals("The trace shows no receive call on a socket, though sockets were read 5 times without, so nothing"
        + " can be said per message; record io_uring:io_uring_complete, too, if it was by io_uring.",
        Headline.of(analysis.report(trace.statistics())));
    assertTrue(Notes.of(analysis.report(trace.statistics())).stream().noneMatch(note -> note.contains("io_uring")));
  }

  @Test
  void shouldBeCountedOnTheCpuThatTheFilterAsksFor() {
    Analysis ofCpu = new Analysis(trace.names(), Filter.ALL.withCpu(1));
    trace.to(ofCpu).at(0, 3000).switchTasks(0, 0, URING);
    trace.event(SockRecvLength.TRACEPOINT, 0x77, AF_INET, UDP, 64, 0, 0x40);
    trace.event(IoUringComplete.TRACEPOINT, 0xc0, 0xd0, 77, 64, 0);
    trace.at(1, 4000).switchTasks(0, 0, READER);
    trace.event(SockRecvLength.TRACEPOINT, 0x77, AF_INET, UDP, 64, 0, 0x40);

    assertEquals(1, ofCpu.report(trace.statistics()).receives().unattributed().otherReads());
  }

  @Test
  void shouldNotBeCountedWhereAnInterruptReads() {
    trace.to(analysis).at(0, 1000).switchTasks(0, 0, URING).softirqEntry(NET_RX);
    trace.event(SockRecvLength.TRACEPOINT, 0x77, AF_INET, UDP, 64, 0, 0x40).softirqExit(NET_RX);

    assertEquals(0, analysis.report(trace.statistics()).receives().unattributed().otherReads());
  }

  @Test
  void shouldBeToldBesideMessagesThatAreCounted() {
    read(5);
    trace.at(0, 9000).switchTasks(URING, 0, READER).enter(Syscall.RECVFROM, 5, 0, 64, 0);
    trace.event(SockRecvLength.TRACEPOINT, 0x78, AF_INET, UDP, 64, 0, 0).exit(Syscall.RECVFROM, 64);
    Report report = analysis.report(trace.statistics());

    assertEquals(1, report.receives().messages());
    assertTrue(Notes.of(report).contains("sockets were read 5 times in no receive call, by the kernel or for"
        + " io_uring without an io_uring_complete; these are not counted."), Notes.of(report).toString());
  }

  /** A trace may begin in the middle of a call of each reader. */
  @Test
  void shouldNotBeToldOfTheCallInWhichATraceBegins() {
    read(1);
    trace.at(0, 9000).exit(Syscall.RECVFROM, 64).enter(Syscall.RECVFROM, 5, 0, 64, 0).exit(Syscall.RECVFROM, 64);

    assertTrue(Notes.of(analysis.report(trace.statistics())).stream().noneMatch(note -> note.contains("io_uring")));
  }
}
