package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.tests.record.ThisKernel;

/** {@code sockmodel record}. */
class RecordCommandTest {

  @TempDir
  Path folder;

  @Test
  void shouldReportOnThisMachine() {
    ThisKernel.tracefs();
    Path kept = folder.resolve("kept.dat");
    CommandRun run = CommandRun.of("record", "-o", kept, "--json", "--", "sleep", "0.2");

    assertEquals(0, run.exitCode(), run.err());
    JsonObject trace = JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonObject("trace");
    assertEquals("trace.dat", trace.get("format").getAsString());
    long durationNs = trace.get("end_ns").getAsLong() - trace.get("begin_ns").getAsLong();
    assertTrue(durationNs > 150_000_000, durationNs + " ns");
    assertEquals(0, CommandRun.of("analyze", kept).exitCode());
  }

  @Test
  void shouldEndACommandThatRunsTooLong() {
    ThisKernel.tracefs();
    long startNs = System.nanoTime();
    CommandRun run = CommandRun.of("record", "--duration", "100ms", "sleep", "60");

    assertEquals(0, run.exitCode(), run.err());
    assertTrue(System.nanoTime() - startNs < 30_000_000_000L);
  }

  @Test
  void shouldEndWhatTheCommandStartedToo() throws Exception {
    ThisKernel.tracefs();
    Path number = folder.resolve("number");
    CommandRun run = CommandRun.of("record", "--duration", "1s", "--", "sh", "-c",
        "sleep 60 & echo $! > " + number + "; wait");

    assertEquals(0, run.exitCode(), run.err());
    Optional<ProcessHandle> child = ProcessHandle.of(Long.parseLong(Files.readString(number).strip()));
    assertTrue(child.isEmpty() || !child.get().isAlive(), "the child of the command goes on");
  }

  /** More comes between two looks at the buffers than a MiB of them holds. */
  @Test
  void shouldAdviseALargerBufferWhereEventsWereLost() {
    ThisKernel.tracefs();
    CommandRun run = CommandRun.of("record", "--buffer", "1", "--", "dd", "if=/dev/zero", "of=/dev/null", "bs=1",
        "count=400000", "status=none");

    assertEquals("events were lost: buffers of 1 MiB for each CPU were too small; record again with --buffer 8\n",
        run.err());
  }

  @Test
  void shouldTellThatTheCommandFailedAfterReporting() {
    ThisKernel.tracefs();
    CommandRun run = CommandRun.of("record", "--", "sh", "-c", "exit 3");

    assertEquals(1, run.exitCode());
    assertEquals("sh ended with 3\n", run.err());
    assertTrue(run.out().contains("Trace: trace.dat"), run.out());
  }

  @Test
  void shouldSayInOneLineThatACommandCannotBeRun() {
    ThisKernel.tracefs();
    CommandRun run = CommandRun.of("record", "-o", folder.resolve("out.dat"), "--", folder.resolve("none"));

    assertEquals(1, run.exitCode());
    assertEquals(folder.resolve("none") + " cannot be run; check its name and its rights\n", run.err());
    assertTrue(Files.notExists(folder.resolve("out.dat")));
  }

  @Test
  void shouldRefuseToWriteTheRecordingWhereTheReportGoes() {
    CommandRun run = CommandRun.of("record", "-o", "-", "--duration", "10ms");

    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("-o - is refused: "), run.err());
    assertTrue(Files.notExists(Path.of("-")));
  }

  @Test
  void shouldRefuseAReportOnStandardOutputBeforeItRecords() {
    CommandRun run = CommandRun.of("record", "--messages", "-", "--", "touch", folder.resolve("ran").toString());

    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("--messages - is refused: "), run.err());
    assertTrue(Files.notExists(folder.resolve("ran")));
  }

  @Test
  void shouldSayInOneLineWhyItCannotRecord() {
    CommandRun run = CommandRun.of("record", "-o", folder.resolve("no/out.dat"), "--duration", "10ms");

    assertEquals(1, run.exitCode());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void shouldPrintAScriptThatRecords() {
    CommandRun run = CommandRun.of("record", "--script", "--buffer", "3");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("#!/bin/sh\n"), run.out());
    assertTrue(run.out().contains("echo 3072 >\"$instance/buffer_size_kb\""), run.out());

    run = CommandRun.of("record", "--script", "--", "sleep", "1");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("--script prints a script, which is told itself what to run"), run.err());
  }

  @Test
  void shouldTellWrongUsage() {
    assertEquals(2, CommandRun.of("record", "--duration", "long").exitCode());
    assertEquals(2, CommandRun.of("record", "--buffer", "0").exitCode());
    assertEquals(2, CommandRun.of("record", "--top", "0").exitCode());
    assertEquals(2, CommandRun.of("record", "--no-such-option", "ls").exitCode());
  }
}
