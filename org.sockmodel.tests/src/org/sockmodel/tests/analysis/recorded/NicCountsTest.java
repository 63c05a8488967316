package org.sockmodel.tests.analysis.recorded;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sockmodel.runtime.analysis.napi.NapiSummary;
import org.sockmodel.runtime.report.Report;

/** What network cards cost, against the counts of the machine on which they were recorded. */
class NicCountsTest {

  private static final int NET_RX = 3;

  @TestFactory
  Stream<DynamicTest> shouldCountWhatTheMachineCounted() throws IOException {
    return NicCounts.rows().stream().map(row -> dynamicTest(name(row), () -> check(row)));
  }

  @Test
  void shouldFindTheCounts() throws IOException {
    assertTrue(NicCounts.rows().size() > 60);
  }

  private static String name(Map<String, String> row) {
    return row.get("kernel") + " " + row.get("nic") + " " + row.get("scenario");
  }

  private static void check(Map<String, String> row) throws Exception {
    String folder = "guest-nic/" + row.get("kernel") + "/" + row.get("nic") + "/open";
    Report report = Recording.analyze(folder, row.get("scenario") + ".trace.gz");
    List<NapiSummary.Polls> polls = report.napi().devices().stream().map(NapiSummary.Device::all).toList();
    var netRx = report.interrupts().softirqs().stream().filter(softirq -> softirq.vec() == NET_RX).findAny();
    long ipis = report.interrupts().ipis();

    assertAll(
        () -> assertEquals(number(row, "NET_RX_softirqs"), report.interrupts().softirqEntries(NET_RX), "NET_RX"),
        () -> assertEquals(number(row, "NET_RX_in_ksoftirqd"), netRx.orElseThrow().inKsoftirqd(), "in ksoftirqd"),
        () -> assertEquals(number(row, "nic_hardirqs_that_raised_NET_RX"),
            report.interrupts().lines().stream().mapToLong(line -> line.raisedNetRx()).sum(), "raised NET_RX"),
        () -> assertEquals(number(row, "napi_polls"), report.napi().polls(), "polls"),
        () -> assertEquals(report.napi().polls(), report.napi().devices().stream().flatMap(device ->
            device.contexts().stream()).mapToLong(context -> context.polls().count()).sum(), "of contexts"),
        () -> assertEquals(number(row, "napi_work"), sum(polls, NapiSummary.Polls::packets), "packets"),
        () -> assertEquals(number(row, "polls_empty"), sum(polls, NapiSummary.Polls::empty), "empty polls"),
        () -> assertEquals(number(row, "polls_full_budget"), sum(polls, NapiSummary.Polls::budgetExhausted)),
        () -> assertEquals(number(row, "reader_recvfrom_exits"), report.receives().returned(), "returned calls"),
        () -> assertEquals(number(row, "udp_rcvbuf_errors"), drops(row, report), "drops"),
        () -> assertEquals(number(row, "ipi_hardirqs"), ipis, "inter-processor interrupts"),
        () -> assertEquals(0, report.receives().unattributed().backwards(), "stages that end before they begin"));
  }

  private static long drops(Map<String, String> row, Report report) {
    return row.get("kernel").equals("6.12") ? report.drops().udpQueueFailed() : number(row, "udp_rcvbuf_errors");
  }

  private static long sum(List<NapiSummary.Polls> polls, ToLongFunction<NapiSummary.Polls> of) {
    return polls.stream().mapToLong(of).sum();
  }

  private static long number(Map<String, String> row, String column) {
    return Long.parseLong(row.get(column));
  }
}
