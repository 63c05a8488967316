package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.tests.checkout.Checkout;
import org.sockmodel.tests.report.SampleTrace;

/** The options of {@code sockmodel analyze}, on a trace of ten messages. */
class AnalyzeCommandTest {

  @TempDir
  Path folder;

  private Path trace;

  @BeforeEach
  void writeTrace() throws Exception {
    trace = SampleTrace.write(folder.resolve("ten.trace"), 10, 0);
  }

  @ParameterizedTest
  @CsvSource({"'', 10", "--begin 0.0035, 7", "--begin 3500us, 7", "--end 3.5ms, 3",
      "--begin 3500000ns --end 0.0055s, 2", "--cpu 0, 0", "--cpu 1, 10", "--task task42, 10", "--task 42, 10",
      "--task task43, 0", "--irq 26, 10", "--irq 27, 0"})
  void shouldCountWhatTheOptionsAskFor(String options, long messages) {
    JsonObject report = json(options);

    assertEquals(messages, report.getAsJsonObject("receives").get("messages").getAsLong());
    assertEquals(!options.isEmpty(), report.has("filter"));
  }

  @Test
  void shouldLeaveOutMessagesOfOtherPorts() {
    JsonObject report = json("--port 9");

    assertEquals(0, report.getAsJsonObject("receives").get("messages").getAsLong());
    assertEquals(10, report.getAsJsonObject("unattributed").get("other_port").getAsLong());
    assertTrue(run("--port 9").out().startsWith("The trace does not show that one of its 10 messages came to port 9."));
  }

  @Test
  void shouldCutListsToTheTop() {
    assertEquals(1, json("--top 1").getAsJsonObject("interrupts").getAsJsonArray("softirq").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--html", "--messages"})
  void shouldRefuseStandardOutputForWhatGoesToAFile(String option) {
    CommandRun run = CommandRun.of("analyze", trace, option, "-");

    assertEquals(2, run.exitCode());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith(option + " - is refused: it wants a file"), run.err());
    assertFalse(Files.exists(Path.of("-")));
  }

  @Test
  void shouldPrintTheStagesAsCsv() {
    List<String> lines = CommandRun.of("analyze", trace, "--csv").out().lines().toList();

    assertEquals("stage,count,min_ns,p50_ns,p90_ns,p99_ns,max_ns,mean_ns", lines.get(0));
    assertTrue(lines.get(1).startsWith("hardirq_to_softirq,10,"), lines.get(1));
    assertEquals(7, lines.size());
  }

  @Test
  void shouldWriteHtmlAndMessagesBesideTheText() throws IOException {
    CommandRun run = CommandRun.of("analyze", trace, "--html", folder.resolve("a.html"), "--messages",
        folder.resolve("m.csv"));

    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("One message costs 1.00 hard interrupt"), run.out());
    assertTrue(Files.readString(folder.resolve("a.html")).contains("id=\"timeline-data\""));
    assertEquals(11, Files.readAllLines(folder.resolve("m.csv")).size());
    assertEquals(List.of("a.html", "m.csv", "ten.trace"), files());
  }

  @Test
  void shouldLeaveNothingBehindIfTheTraceIsNone() throws IOException {
    Path none = Files.writeString(folder.resolve("none"), "Dear reader\n");
    CommandRun run = CommandRun.of("analyze", none, "--html", folder.resolve("a.html"));

    assertEquals(1, run.exitCode());
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals(List.of("none", "ten.trace"), files());
  }

  @Test
  void shouldSayInOneLineThatAFileCannotBeWritten() {
    for (String option : List.of("--html", "--messages")) {
      CommandRun run = CommandRun.of("analyze", trace, option, folder.resolve("no/such.file"));

      assertEquals(1, run.exitCode());
      assertEquals("", run.out());
      assertEquals("cannot write " + folder.resolve("no/such.file") + ": its folder does not exist\n", run.err());
    }
  }

  @Test
  void shouldReadStandardInput() throws IOException {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(Files.readAllBytes(trace)));
      assertEquals(CommandRun.of("analyze", trace).out(), CommandRun.of("analyze", "-").out());
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void shouldReportWhatIsLeftOfDamagedTextAndFail() throws IOException {
    Files.writeString(trace, Files.readString(trace) + "nonsense\n");
    CommandRun run = CommandRun.of("analyze", trace);

    assertEquals(1, run.exitCode());
    assertEquals(trace + ": 1 line is not understood; record it again if you need the rest\n", run.err());
    assertTrue(run.out().contains("10 slept inside"), run.out());
  }

  @Test
  void shouldReportWhatIsLeftOfACutCtfFolderAndFail() throws IOException {
    Path simulated = folder.resolve("simulated");
    Path model = Checkout.root().resolve("org.sockmodel.dsl/examples/blocking-recv.sockmodel");
    assertEquals(0, CommandRun.of("run", "-o", simulated, model).exitCode());
    Path stream = simulated.resolve("channel0_0");
    byte[] bytes = Files.readAllBytes(stream);
    Files.write(stream, Arrays.copyOf(bytes, bytes.length / 2));

    CommandRun run = CommandRun.of("analyze", simulated);

    assertEquals(1, run.exitCode());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.out().contains("hard interrupt"), run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--begin yesterday", "--begin 1.5h", "--begin -1", "--begin 2 --end 1", "--cpu -1",
      "--cpu one", "--port 65536", "--irq -2", "--top 0", "--json --csv", "--html", "--end 99999999999s"})
  void shouldTellWrongUsage(String options) {
    CommandRun run = run(options);

    assertEquals(2, run.exitCode());
    assertEquals("", run.out());
    assertFalse(run.err().lines().findFirst().orElseThrow().isBlank());
  }

  private JsonObject json(String options) {
    CommandRun run = run((options + " --json").strip());
    assertEquals(0, run.exitCode(), run.err());
    return JsonParser.parseString(run.out()).getAsJsonObject();
  }

  private CommandRun run(String options) {
    List<Object> arguments = new ArrayList<>(List.of("analyze", trace));
    arguments.addAll(List.of(options.split(" ")));
    return CommandRun.of(arguments.toArray());
  }

  private List<String> files() throws IOException {
    try (var list = Files.list(folder)) {
      return list.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
