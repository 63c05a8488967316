package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.tests.checkout.Checkout;

/** {@code sockmodel conform}, with traces that fit and with others. */
class ConformCommandTest {

  private static final Path RECORDED = Checkout.root().resolve("org.sockmodel.tests/models/recorded");
  private static final Path MODEL = RECORDED.resolve("udp_trunc.sockmodel");
  private static final Path TRACE = RECORDED.resolve("udp_trunc.trace.gz");

  @TempDir
  Path folder;

  @Test
  void shouldAgreeWithTheRecordingOfTheSameProgram() {
    CommandRun run = CommandRun.of("conform", MODEL, TRACE);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("events: 100 % of 18 steps agree"), run.out());
    assertFalse(run.out().contains("note:"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void shouldFailIfTheTraceLacksAThreadThatTheModelHas() throws IOException {
    CommandRun run = CommandRun.of("conform", model("rdr0", "reader"), TRACE);
    assertEquals(1, run.exitCode());
    assertNote("the reference has no thread reader of the candidate, but rdr0; threads are matched by name", run);
  }

  @Test
  void shouldLetTheShareOfStepsDecideIfOneAsksForIt() throws IOException {
    assertEquals(0, CommandRun.of("conform", model("rdr0", "reader"), TRACE, "--at-least", "99").exitCode());
  }

  @Test
  void shouldAgreeWithARecordingThatHasMoreThreads() throws IOException {
    String text = Files.readString(MODEL);
    Path model = folder.resolve("sender.sockmodel");
    Files.writeString(model, text.substring(0, text.indexOf("  thread rdr0")) + "}\n");
    assertEquals(0, CommandRun.of("conform", model, TRACE).exitCode());
  }

  @Test
  void shouldNotAgreeWithNothing() throws IOException {
    Path trace = folder.resolve("empty.trace");
    Files.writeString(trace, "# tracer: nop\n#\n# entries-in-buffer/entries-written: 0/0   #P:2\n#\n");
    CommandRun run = CommandRun.of("conform", MODEL, trace, "--at-least", "1");
    assertEquals(1, run.exitCode());
    assertNote("the reference has no events", run);
  }

  @Test
  void shouldSayThatATraceSeemsToBeOfAnotherProgram() {
    CommandRun run = CommandRun.of("conform", MODEL, RECORDED.resolve("tcp_trunc.trace.gz"));
    assertEquals(1, run.exitCode());
    assertNote("less than half agrees: the two seem to be of different programs", run);
  }

  @Test
  void shouldSayThatTheModelHasFewerCpus() throws IOException {
    CommandRun run = CommandRun.of("conform", model("cpu 1", "cpu 0"), TRACE);
    assertEquals(1, run.exitCode());
    assertNote("the compared threads run on 2 of the reference's CPUs and on 1 of the candidate's", run);
  }

  @Test
  void shouldWriteAsJsonWhatTheTextSays() throws IOException {
    Path model = model("rdr0", "reader");
    JsonObject json = JsonParser.parseString(CommandRun.of("conform", model, TRACE, "--json").out()).getAsJsonObject();
    String text = CommandRun.of("conform", model, TRACE).out();
    JsonObject events = json.getAsJsonObject("events");
    assertTrue(text.startsWith("events: 100 %% of %d steps agree (%d matched, %d missing, %d extra)".formatted(
        events.get("matched").getAsInt(), events.get("matched").getAsInt(), events.get("missing").getAsInt(),
        events.get("extra").getAsInt())), text);
    assertFalse(json.get("agrees").getAsBoolean());
    assertNote(json.getAsJsonArray("notes").get(0).getAsString(), CommandRun.of("conform", model, TRACE));
  }

  @Test
  void shouldSimulateIdleCpusAsSlowAsTheTraceTells() throws IOException {
    Path trace = RECORDED.resolve("burst_udp_k2.trace.gz");
    Path model = RECORDED.resolve("burst_udp_k2.sockmodel");
    Path silent = folder.resolve("silent.sockmodel");
    Files.writeString(silent, Files.readString(model).replaceFirst("costs \\{.*}", ""));
    CommandRun run = CommandRun.of("conform", silent, trace);
    assertEquals(0, run.exitCode(), run.out());
    assertTrue(run.out().contains("ipi_latency as in the reference: "), run.out());
    JsonObject json = JsonParser.parseString(CommandRun.of("conform", silent, trace, "--json").out()).getAsJsonObject();
    assertTrue(json.get("ipi_latency_ns").getAsLong() > 5000, json.toString());
  }

  @Test
  void shouldFindTheTimeOfIdleCpusThatATraceOfItsOwnWasSimulatedWith() {
    Path model = folder.resolve("own.sockmodel");
    Path trace = folder.resolve("own");
    assertEquals(0, CommandRun.of("new", model).exitCode());
    assertEquals(0, CommandRun.of("run", model, "-o", trace).exitCode());
    CommandRun run = CommandRun.of("conform", model, trace, "--at-least", "100");
    assertTrue(run.out().startsWith("events: 100 % of "), run.out());
    assertEquals(0, run.exitCode(), run.out());
  }

  @Test
  void shouldLeaveTheModelTheTimeThatItStates() {
    CommandRun run = CommandRun.of("conform", RECORDED.resolve("burst_udp_k2.sockmodel"),
        RECORDED.resolve("burst_udp_k2.trace.gz"));
    assertEquals(0, run.exitCode(), run.out());
    assertFalse(run.out().contains("ipi_latency"), run.out());
  }

  @Test
  void shouldNotTakeAShareThatIsNone() {
    assertEquals(2, CommandRun.of("conform", MODEL, TRACE, "--at-least", "101").exitCode());
  }

  /** The model with one text in place of another. */
  private Path model(String text, String replacement) throws IOException {
    Path model = folder.resolve("changed.sockmodel");
    Files.writeString(model, Files.readString(MODEL).replace(text, replacement));
    return model;
  }

  private static void assertNote(String note, CommandRun run) {
    assertEquals("note: " + note, run.out().lines().filter(line -> line.startsWith("note: ")).findFirst().orElse(""));
  }
}
