package org.sockmodel.tests.dsl.expectation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.dsl.expectation.Expectations;
import org.sockmodel.dsl.expectation.MetricName;
import org.sockmodel.dsl.expectation.Verdict;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.query.SocketQuery;
import org.sockmodel.runtime.model.Comparison;
import org.sockmodel.runtime.model.Expectation;
import org.sockmodel.runtime.model.Expectation.Unit;
import org.sockmodel.runtime.model.FamilyDeclaration;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.json.JsonReport;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.Errno;

class ExpectationsTest {

  private static final JsonElement REPORT = JsonParser.parseString("""
      {"trace": {"begin_ns": 1000, "end_ns": 2001000, "cpus": 3}, "drops": {"nic_drop": 3, "kfree_skb": 1},
       "receives": {"messages": 5}, "per_message": {"hardirqs": 1.5, "wakeups": null},
       "stages": [{"stage": "running_to_return", "p99_ns": 7}, {"stage": "total", "p99_ns": 6027}],
       "interrupts": {"hardirq": {"network": 3, "by_irq": [{"irq": 24, "name": "eth0-rx-0", "count": 3}]}},
       "napi": [{"device": "eth0", "polls": 9, "packets": 26, "packets_per_poll": [{"packets": 1, "polls": 9}]},
                {"device": "(no_device)", "polls": 3, "packets": 4}],
       "cpus": [{"cpu": 0, "hardirq_ns": 100000, "softirq_ns": 200000, "ksoftirqd_ns": 50000, "system_ns": 150000,
                 "user_ns": 300000, "idle_ns": 1200000, "unknown_ns": 0},
                {"cpu": 1, "softirq_ns": 150000, "idle_ns": 350000, "unknown_ns": 50000}]}
      """);

  private static final SocketQuery SOCKETS = new SocketQuery(KernelProfile.of("v6_18")
      .withFamily(new FamilyDeclaration("AF_MINE", AddressFamily.AF_XDP, 1).absent(), "mine.sockmodel"),
      Credentials.USER);

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "messages | EQUAL | 5",
      "interrupts per message | GREATER | 1.4",
      "latency total p99 | AT_MOST | 6027",
      "latency nic_to_user p99 | LESS | 6028",
      "interrupts.hardirq.by_irq[irq=24].count | AT_LEAST | 3",
      "interrupts.hardirq.by_irq[eth0-rx-0].count | NOT_EQUAL | 4",
      "interrupts.hardirq.by_irq[0].count | EQUAL | 3",
      "napi[eth0].packets_per_poll[0].polls | EQUAL | 9",
      "polls | EQUAL | 12",
      "packets | EQUAL | 30",
      "packets per poll | EQUAL | 2.5",
      "interrupts | EQUAL | 3",
      "interrupts per packet | EQUAL | 0.1",
      "interrupts per second | EQUAL | 1500",
      "throughput | EQUAL | 2500",
      "drops | EQUAL | 4"})
  void shouldHold(String metric, Comparison comparison, double value) {
    assertTrue(judge(new Expectation(new Expectation.Named(metric), comparison, value, Unit.COUNT, 1)).holds());
  }

  /** CPU 1 has its first event 1.45 ms after CPU 0, and CPU 2 has none: that time belongs to nobody. */
  @Test
  void shouldCountNoTimeBeforeTheFirstEventOfACpu() {
    Verdict verdict = judge(new Expectation(new Expectation.Named("throughput per cpu"), Comparison.EQUAL, 5000,
        Unit.COUNT, 1));
    assertTrue(verdict.holds(), verdict.text());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "messages | EQUAL | 6 | COUNT | expected messages == 6, got 5",
      "interrupts per message | LESS | 1.5 | COUNT | expected interrupts per message < 1.5, got 1.5",
      "latency nic_to_user p99 | LESS | 6000 | NS | expected latency nic_to_user p99 < 6000ns, got 6027ns",
      "wakeups per message | EQUAL | 1 | COUNT | expected wakeups per message == 1, but the run has no such value",
      "receives | EQUAL | 1 | COUNT | expected receives == 1, but the run has no such value",
      "napi[7].polls | EQUAL | 1 | COUNT | expected napi[7].polls == 1, but the run has no such value",
      "napi[99999999999].polls | EQUAL | 1 | COUNT | expected napi[99999999999].polls == 1, but the run has no"
          + " such value",
      "..[ | EQUAL | 1 | COUNT | expected ..[ == 1, but the run has no such value"})
  void shouldSayWhatCameOut(String metric, Comparison comparison, double value, Unit unit, String text) {
    Verdict verdict = judge(new Expectation(new Expectation.Named(metric), comparison, value, unit, 1));
    assertEquals(text, verdict.text());
    assertEquals(false, verdict.holds());
  }

  @ParameterizedTest
  @CsvSource({"4.5, 10, false", "4.6, 10, true", "5, 0.1, true", "5.5, 9, false", "5.5, 10, true"})
  void shouldTolerate(double published, double percent, boolean holds) {
    Expectation exact = new Expectation(new Expectation.Named("messages"), Comparison.EQUAL, published, Unit.COUNT, 1);
    assertEquals(holds, judge(exact.within(percent)).holds());
  }

  @Test
  void shouldSayHowFarAValueMayBe() {
    Expectation exact = new Expectation(new Expectation.Named("messages"), Comparison.EQUAL, 8, Unit.COUNT, 1);
    assertEquals("expected messages == 8 within 2.5%, got 5", judge(exact.within(2.5)).text());
  }

  @Test
  void shouldCompareWithAnotherRun() {
    Verdict verdict = judge(new Expectation(new Expectation.Named("messages"), Comparison.GREATER, "b.sockmodel",
        Unit.COUNT, 1));
    assertEquals("expected messages > 7, that of b.sockmodel, got 5", verdict.text());
    assertEquals(7, verdict.wanted().getAsDouble());
    assertEquals(false, verdict.holds());
  }

  /** A family by the name that the model gives its number, a protocol by the one that it has in its family. */
  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "2 ; 1 ; 17 ; socket(AF_INET, SOCK_STREAM, IPPROTO_UDP) == EPERM, got EPROTONOSUPPORT",
      "44 ; 2051 ; 0 ; socket(AF_MINE, SOCK_RAW|SOCK_NONBLOCK, 0) == EPERM, got EAFNOSUPPORT",
      "1 ; 1 ; 17 ; socket(AF_UNIX, SOCK_STREAM, 17) == EPERM, got EPROTONOSUPPORT"})
  void shouldAskForSocketErrnos(int family, int type, int protocol, String text) {
    Expectation expectation = new Expectation(new Expectation.SocketErrno(family, type, protocol), Comparison.EQUAL,
        Errno.EPERM, Unit.ERRNO, 1);
    assertEquals("expected errno " + text, judge(expectation).text());
  }

  @Test
  void shouldFindEveryMetricInAReport() throws IOException {
    StringWriter text = new StringWriter();
    JsonReport.write(new Analysis(new Names(), Filter.ALL).report(new TraceStatistics("none")), text);
    JsonElement empty = JsonParser.parseString(text.toString());
    List<Expectation> counts = MetricName.all().stream()
        .filter(name -> !name.contains(" per ") && !name.equals("throughput") && !name.startsWith("latency"))
        .map(name -> new Expectation(new Expectation.Named(name), Comparison.EQUAL, 0, Unit.COUNT, 1))
        .toList();
    new Expectations(readers -> empty, SOCKETS, model -> empty).judge(counts)
        .forEach(verdict -> assertTrue(verdict.holds(), verdict.text()));
  }

  private static Verdict judge(Expectation expectation) {
    JsonElement other = JsonParser.parseString("{\"receives\": {\"messages\": 7}}");
    return new Expectations(readers -> REPORT, SOCKETS, model -> other)
        .judge(List.of(expectation)).get(0);
  }
}
