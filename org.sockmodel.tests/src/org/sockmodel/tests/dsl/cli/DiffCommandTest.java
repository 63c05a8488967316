package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.tests.checkout.Checkout;
import org.sockmodel.tests.report.SampleTrace;

/** {@code sockmodel diff}, on a trace and one whose messages take 2 us longer. */
class DiffCommandTest {

  @TempDir
  Path folder;

  private Path fast;
  private Path slow;

  @BeforeEach
  void writeTraces() throws Exception {
    fast = trace("fast.trace", 0);
    slow = trace("slow.trace", 2000);
  }

  @Test
  void shouldCompareTwoTraces() {
    CommandRun run = CommandRun.of("diff", fast, slow);

    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("A message costs the same in both;\nits median latency is 2.00 us"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void shouldFindNoChangeBetweenATraceAndItsKeptReport() throws IOException {
    Path kept = Files.writeString(folder.resolve("kept.json"), CommandRun.of("analyze", slow, "--json").out());
    CommandRun run = CommandRun.of("diff", slow, kept, "--json");

    assertEquals(0, run.exitCode(), run.err());
    assertEquals(false, JsonParser.parseString(run.out()).getAsJsonObject().get("more_than_noise").getAsBoolean());
    assertEquals(CommandRun.of("diff", fast, slow).out().replace(slow.toString(), "B"),
        CommandRun.of("diff", fast, kept).out().replace(kept.toString(), "B"));
  }

  @Test
  void shouldCompareAModelWithATrace() {
    Path model = Checkout.root().resolve("org.sockmodel.dsl/examples/blocking-recv.sockmodel");
    CommandRun run = CommandRun.of("diff", model, fast, "--fail-if", "per_message.softirqs > +1%");

    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("  softirqs                           1.00         1.00            =\n"), run.out());
  }

  @Test
  void shouldFailIfAConditionIsMetAndSayWhich() {
    CommandRun run = CommandRun.of("diff", fast, slow, "--fail-if", "per_message.hardirqs > +5%", "--fail-if",
        "stages[total].p50_ns > +1us", "--fail-if", "stages[total].p50_ns > +3us");

    assertEquals(1, run.exitCode());
    assertEquals("stages[total].p50_ns > +1us: 9.79 us -> 11.8 us (+20.4 %)\n", run.err());
    assertTrue(run.out().startsWith("A message costs"), run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{}", "{\"schema\": 3}", "{\"schema\": \"sockmodel.report/1\"}",
      "{\"schema\": \"sockmodel.report/1\", \"receives\": {\"messages\": \"many\"}}", "{\"schema\": null}",
      "{\"schema\": {}}", "no JSON"})
  void shouldSayInOneLineWhatIsNoReport(String text) throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.json"), text);
    CommandRun run = CommandRun.of("diff", fast, bad);

    assertEquals(1, run.exitCode());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith(bad.toString()), run.err());
  }

  @Test
  void shouldFailAfterComparingWhatIsLeftOfADamagedTrace() throws IOException {
    Files.writeString(slow, Files.readString(slow) + "nonsense\n");
    CommandRun run = CommandRun.of("diff", fast, slow);

    assertEquals(1, run.exitCode());
    assertEquals(slow + ": 1 line is not understood; record it again if you need the rest\n", run.err());
    assertTrue(run.out().startsWith("A message costs"), run.out());
  }

  @Test
  void shouldTellWrongUsage() {
    assertEquals(2, CommandRun.of("diff", fast).exitCode());
    assertEquals(2, CommandRun.of("diff", fast, slow, "--fail-if", "everything > worse").exitCode());
    assertEquals(1, CommandRun.of("diff", fast, folder.resolve("none")).exitCode());
    assertEquals(1, CommandRun.of("diff", fast, folder.resolve("none.sockmodel")).exitCode());
  }

  private Path trace(String name, long slowerNs) throws Exception {
    return SampleTrace.write(folder.resolve(name), 300, slowerNs);
  }
}
