package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.tests.report.SampleTrace;

/** {@code sockmodel convert}. */
class ConvertCommandTest {

  @TempDir
  Path folder;

  private Path trace;

  @BeforeEach
  void writeTrace() throws Exception {
    trace = SampleTrace.write(folder.resolve("ten.trace"), 10, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ctf", "ftrace", "perfetto", "chrome", "pcapng"})
  void shouldWriteEveryFormatAndSayNothing(String format) {
    CommandRun run = CommandRun.of("convert", trace, folder.resolve("out"), "--to", format);

    assertEquals(0, run.exitCode());
    assertEquals("", run.out() + run.err());
    assertTrue(Files.exists(folder.resolve("out")));
  }

  @Test
  void shouldReportTheSameOfTheConvertedTrace() {
    CommandRun.of("convert", trace, folder.resolve("out"), "--to", "ctf");

    assertEquals(CommandRun.of("analyze", trace, "--csv").out(),
        CommandRun.of("analyze", folder.resolve("out"), "--csv").out());
  }

  @Test
  void shouldWriteTheEventsOfOneStretchOfTime() throws IOException {
    CommandRun.of("convert", trace, folder.resolve("whole"), "--to", "ftrace");
    CommandRun run = CommandRun.of("convert", trace, folder.resolve("part"), "--to", "ftrace", "--begin", "2ms",
        "--end", "5ms");

    List<String> whole = Files.readAllLines(folder.resolve("whole"));
    List<String> part = Files.readAllLines(folder.resolve("part"));
    List<String> expected = whole.stream().filter(line -> line.startsWith("#")
        || line.matches(".* 0\\.00([234][0-9]{6}|50{6}): .*")).toList();
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(expected, part);
    assertTrue(part.stream().anyMatch(line -> !line.startsWith("#")));
    assertTrue(part.size() < whole.size());
  }

  @Test
  void shouldSayWhenTheTraceIsIfNoEventIsOfThatTime() {
    CommandRun run = CommandRun.of("convert", trace, folder.resolve("out"), "--to", "ctf", "--begin", "9s");

    assertEquals(1, run.exitCode());
    assertEquals(trace + ": no event is of that time; the trace is from 0.000000000 s to 0.010011000 s\n", run.err());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void shouldRefuseATimeThatEndsBeforeItBegins() {
    CommandRun run = CommandRun.of("convert", trace, folder.resolve("out"), "--to", "ctf", "--begin", "2s", "--end",
        "1s");

    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("--end lies before --begin."), run.err());
  }

  @Test
  void shouldWriteWhatIsLeftOfDamagedTextAndFail() throws IOException {
    Files.writeString(trace, Files.readString(trace) + "nonsense\n");
    CommandRun run = CommandRun.of("convert", trace, folder.resolve("out"), "--to", "ftrace");

    assertEquals(1, run.exitCode());
    assertEquals(trace + ": 1 line is not understood; record it again if you need the rest\n", run.err());
    assertEquals(0, CommandRun.of("analyze", folder.resolve("out")).exitCode());
  }

  @Test
  void shouldNotReplaceTheTraceThatItReads() throws IOException {
    byte[] before = Files.readAllBytes(trace);
    CommandRun run = CommandRun.of("convert", trace, folder.resolve("./ten.trace"), "--to", "pcapng");

    assertEquals(1, run.exitCode());
    assertEquals(folder.resolve("./ten.trace") + " is the trace that is read; name another file\n", run.err());
    assertEquals(new String(before), Files.readString(trace));
  }

  @Test
  void shouldSayInOneLineWhatCannotBeReadOrWritten() {
    CommandRun input = CommandRun.of("convert", folder.resolve("none"), folder.resolve("out"), "--to", "ctf");
    CommandRun output = CommandRun.of("convert", trace, folder.resolve("no/out"), "--to", "ctf");

    assertEquals(1, input.exitCode());
    assertEquals(folder.resolve("none") + " does not exist\n", input.err());
    assertEquals(1, output.exitCode());
    assertEquals("cannot write " + folder.resolve("no/out") + ": its folder does not exist\n", output.err());
  }

  @Test
  void shouldNotMakeAFolderOfStandardOutput() {
    CommandRun run = CommandRun.of("convert", trace, "-", "--to", "ctf");

    assertEquals(1, run.exitCode());
    assertEquals("ctf is a folder, which standard output cannot take; name one\n", run.err());
    assertFalse(Files.exists(Path.of("-")));
  }

  @Test
  void shouldNameTheFormatsThatThereAre() {
    CommandRun run = CommandRun.of("convert", trace, folder.resolve("out"), "--to", "xml");

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("'xml' is no format that is written; take ctf, ftrace, perfetto, chrome, pcapng"),
        run.err());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void shouldAskForAFormat() {
    assertEquals(2, CommandRun.of("convert", trace, folder.resolve("out")).exitCode());
  }
}
