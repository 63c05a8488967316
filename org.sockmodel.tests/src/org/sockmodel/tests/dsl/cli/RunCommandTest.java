package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmodel.tests.checkout.Checkout;

/** {@code run}, and {@code analyze} of what it wrote. */
class RunCommandTest {

  private static final String MODEL = """
      model m
      machine h { }
      nic e on h { queue 0 irq 24 -> cpu 0 }
      workload w on h {
        thread t { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 loop { recv s 64B } }
        traffic e -> port 5 { start 1ms count 3 payload 9B gap exponential(1ms) }
      }
      """;

  @TempDir
  Path folder;

  @ParameterizedTest
  @MethodSource("examples")
  void shouldMeetTheExpectationsOfEveryExample(Path example) throws IOException {
    CommandRun run = CommandRun.of("run", example);
    boolean expectsLoss = Files.readString(example).contains("  drops >");
    assertEquals(List.of(),
        run.err().lines().filter(line -> !expectsLoss || !line.contains(" packets lost to a full backlog")).toList());
    assertEquals(0, run.exitCode());
    assertTrue(run.out().startsWith("model " + example + ", seed 1\n"), run.out());
  }

  @Test
  void shouldAnswerTheQuestionOfTheWriteUp() {
    Path example = Checkout.root().resolve("org.sockmodel.dsl/examples/blocking-recv.sockmodel");
    CommandRun run = CommandRun.of("run", example);
    assertTrue(run.out().contains("1.00 hard interrupt"), run.out());
    assertTrue(run.out().contains("2.00 context switches"), run.out());
    assertTrue(run.out().endsWith("expectations met: 3 of 3\n"), run.out());
  }

  /** Two readers of one card: what counts of one is not what counts of the other, nor what counts of all. */
  @Test
  void shouldJudgeOneThreadAndOnePort() throws IOException {
    Path model = model("""
        model two
        machine h { cpus 3 }
        nic e on h { queue 0 irq 24 -> cpu 0 moderation { rx_usecs 100us } }
        workload w on h {
          thread one_with_a_long_name on cpu 1 {
            s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 loop { recv s 64B }
          }
          thread slow on cpu 2 { t = socket(AF_INET, SOCK_DGRAM, 0) bind t port 6 loop { recv t 64B compute 1ms } }
          traffic e -> port 5 { start 1ms count 10 payload 9B gap 1ms }
          traffic e -> port 6 { start 1.05ms count 10 payload 9B gap 1ms }
        }
        expect {
          messages == 20
          interrupts per message == 0.5
          messages of one_with_a_long_name == 10
          messages of port 6 == 10
          interrupts per message of one_with_a_long_name == 1
          interrupts per message of port 6 == 1
          softirqs per message of slow == 1
          "receives.calls" of one_with_a_long_name == 11
          wakeups per message of port 5 == 1
          latency total max of port 5 > 100us
          latency total max of slow < 100us
        }
        """);
    CommandRun run = CommandRun.of("run", model);
    assertEquals("", run.err());
    assertTrue(run.out().endsWith("expectations met: 11 of 11\n"), run.out());
  }

  @Test
  void shouldTellWhatProtocolsCountIfSomethingWentWrong() throws IOException {
    String slow = """
        model overflow
        machine h { }
        nic e on h { queue 0 irq 24 -> cpu 0 }
        workload w on h {
          thread reader on cpu 0 {
            s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 setsockopt s SO_RCVBUF 2304B loop { recv s 64B compute 1s }
          }
          traffic e -> port 5 { start 1ms count 8 payload 9B gap 1ms }
        }
        """;
    String text = CommandRun.of("run", model(slow)).out();
    assertTrue(text.endsWith("""
        PROTOCOL COUNTERS of h
          Udp      InDatagrams 1  InErrors 2  RcvbufErrors 2
        """), text);
    String json = CommandRun.of("run", model(slow), "--json").out();
    JsonObject network = JsonParser.parseString(json).getAsJsonObject().getAsJsonObject("run")
        .getAsJsonArray("protocols").get(0).getAsJsonObject();
    assertEquals("{\"network\":\"h\",\"Ip\":{\"InReceives\":8,\"InDelivers\":8},\"Icmp\":{},\"Tcp\":{},"
        + "\"Udp\":{\"InDatagrams\":1,\"InErrors\":2,\"RcvbufErrors\":2},\"TcpExt\":{}}", network.toString());
    assertFalse(CommandRun.of("run", model(MODEL)).out().contains("PROTOCOL COUNTERS"));
  }

  @Test
  void shouldTellWhatSoftnetStatCountsButPackets() throws IOException {
    String budget = MODEL.replace("machine h { }", "machine h { cpus 2 netdev_budget 1 }")
        .replace("cpu 0 }", "cpu 0 { rps_cpus 1 } }");
    String text = CommandRun.of("run", model(budget)).out();
    assertTrue(text.endsWith("""
        SOFTNET_STAT   processed    dropped  time_squeeze  received_rps  flow_limit
          CPU 0                0          0             3             0           0
          CPU 1                3          0             3             3           0
        """), text);
    String json = CommandRun.of("run", model(budget), "--json").out();
    JsonObject cpu = JsonParser.parseString(json).getAsJsonObject().getAsJsonObject("run")
        .getAsJsonArray("softnet_stat").get(1).getAsJsonObject();
    assertEquals("{\"processed\":3,\"dropped\":0,\"time_squeeze\":3,\"received_rps\":3,\"flow_limit_count\":0}",
        cpu.toString());
    assertFalse(CommandRun.of("run", model(MODEL)).out().contains("SOFTNET_STAT"));
  }

  @Test
  void shouldSayWhichExpectationFailed() throws IOException {
    Path model = model(MODEL + "expect {\n  messages == 3\n  messages > 3\n}\n");
    CommandRun run = CommandRun.of("run", model);
    assertEquals(1, run.exitCode());
    assertEquals(model + ":10: expected messages > 3, got 3\n", run.err());
    assertTrue(run.out().endsWith("expectations met: 1 of 2\n"), run.out());
  }

  @Test
  void shouldPrintNothingButJson() throws IOException {
    CommandRun run = CommandRun.of("run", "--json", "--seed", "7",
        model(MODEL + "expect { errno socket(AF_INET, SOCK_RAW, 0) == 0 }"));
    JsonObject report = JsonParser.parseString(run.out()).getAsJsonObject();
    assertEquals(1, run.exitCode());
    assertEquals("sockmodel.report/1", report.get("schema").getAsString());
    assertEquals(3, report.getAsJsonObject("receives").get("messages").getAsInt());
    assertEquals(7, report.getAsJsonObject("run").get("seed").getAsLong());
    JsonObject verdict = report.getAsJsonArray("expectations").get(0).getAsJsonObject();
    assertEquals(false, verdict.get("holds").getAsBoolean());
    assertTrue(run.err().contains("expected errno socket(AF_INET, SOCK_RAW, IPPROTO_IP) == 0, got "), run.err());
  }

  @Test
  void shouldDependOnTheSeed() throws IOException {
    Path model = model(MODEL);
    String first = CommandRun.of("run", "--json", "--seed", "1", model).out();
    assertEquals(first, CommandRun.of("run", "--json", "--seed", "1", model).out());
    assertFalse(first.replace("\"seed\": 1", "").equals(
        CommandRun.of("run", "--json", "--seed", "2", model).out().replace("\"seed\": 2", "")));
  }

  @Test
  void shouldWriteATraceThatCanBeAnalyzed() throws IOException {
    Path trace = folder.resolve("trace");
    CommandRun run = CommandRun.of("run", "-o", trace, "--json", model(MODEL));
    CommandRun analysis = CommandRun.of("analyze", "--json", trace);
    assertEquals("", analysis.err());
    assertEquals(0, analysis.exitCode());
    assertEquals(perMessage(run), perMessage(analysis));
    assertTrue(CommandRun.of("analyze", trace).out().contains("1.00 hard interrupt"));
  }

  @Test
  void shouldWriteTheSameBytesForTheSameSeed() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    for (Path trace : List.of(first, second)) {
      assertEquals(0, CommandRun.of("run", "-o", trace, "--seed", "7", "--functions", model(MODEL)).exitCode());
    }
    for (String file : List.of("metadata", "channel0_0")) {
      assertEquals(-1, Files.mismatch(first.resolve(file), second.resolve(file)), file);
    }
  }

  @Test
  void shouldTraceFunctions() throws IOException {
    CommandRun plain = CommandRun.of("run", "--json", model(MODEL));
    CommandRun functions = CommandRun.of("run", "--json", "--functions", model(MODEL));
    assertTrue(events(functions) > 3 * events(plain));
    assertEquals(perMessage(plain), perMessage(functions));
  }

  @Test
  void shouldNotReplaceWhatIsNoTrace() throws IOException {
    Path precious = Files.writeString(Files.createDirectory(folder.resolve("work")).resolve("precious"), "text");
    CommandRun run = CommandRun.of("run", "-o", precious.getParent(), model(MODEL));
    assertEquals(1, run.exitCode());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("cannot write " + precious.getParent() + ": the folder exists"), run.err());
    assertEquals("text", Files.readString(precious));
  }

  @Test
  void shouldRefuseWhatCannotBeSimulated() throws IOException {
    Path model = model("model m\nmachine a { }\nmachine b { }\n");
    CommandRun run = CommandRun.of("run", model);
    assertEquals(1, run.exitCode());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith(model + ":3: a run simulates one machine"), run.err());
  }

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Checkout.root().resolve("org.sockmodel.dsl/examples"))) {
      return files.filter(file -> file.toString().endsWith(".sockmodel")).sorted().toList().stream();
    }
  }

  private Path model(String text) throws IOException {
    return Files.writeString(folder.resolve("m.sockmodel"), text);
  }

  private static JsonObject perMessage(CommandRun run) {
    return JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonObject("per_message");
  }

  private static long events(CommandRun run) {
    return JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonObject("trace").get("events").getAsLong();
  }
}
