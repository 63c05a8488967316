package org.sockmodel.tests.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.record.RecordingScript;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.trace.Command;
import org.sockmodel.tests.trace.EventLog;

/** The script that records without Java; it is run by the shells that there are. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RecordingScriptTest {

  private static final Path INSTANCES = Path.of("/sys/kernel/tracing/instances");
  private static final Pattern INSTANCE = Pattern.compile("sockmodel-(\\d+)");
  private static final long BUFFER_KIB = 4096;
  /** A datagram to a port that nobody has, which is dropped. */
  private static final String DROP = "exec 3>/dev/udp/127.0.0.1/9 && echo a >&3 && sleep 0.2";

  @TempDir
  Path scratch;

  private Path script;
  private Path recording;

  @BeforeEach
  void writeScript() throws IOException {
    script = Files.writeString(scratch.resolve("record.sh"), RecordingScript.of(BUFFER_KIB));
    recording = scratch.resolve("recorded");
  }

  @Test
  void shouldRecordWhatAReaderOfTracesKnows() throws Exception {
    assertRecords(record("sh"));
  }

  /** As on a machine of which somebody made no more than is needed. */
  @Test
  void shouldNeedNothingThatBusyboxHasNot() throws Exception {
    Path tools = Files.createDirectory(scratch.resolve("tools"));
    Path busybox = tools.resolve("busybox");
    Command.run(scratch, "sh", "-c", "cp \"$(command -v busybox)\" " + busybox);
    Command installed = Command.run(scratch, busybox.toString(), "--install", "-s", tools.toString());
    assumeTrue(installed != null, "busybox is not installed");
    assertRecords(record("env", "PATH=" + tools, tools.resolve("sh").toString()));
  }

  private Command record(String... shell) throws Exception {
    ThisKernel.tracefs();
    List<String> words = new ArrayList<>(List.of(shell));
    words.addAll(List.of(script.toString(), recording.toString(), "/bin/bash", "-c", DROP));
    return Command.run(scratch, words.toArray(String[]::new));
  }

  private void assertRecords(Command run) throws Exception {
    assertEquals("0 ", run.exitCode() + " " + run.err());
    TraceReader reader = TraceFiles.open(recording);
    EventLog log = new EventLog();
    reader.read(log);
    assertEquals("trace.dat", reader.statistics().format());
    assertEquals("", reader.statistics().warning());
    assertEquals(0, reader.statistics().lostCount() + reader.statistics().unparsedCount());
    assertEquals(System.getProperty("os.version"), reader.origin().kernelRelease());
    assertTrue(log.lines().stream().anyMatch(line -> line.matches(".*-\\d+ kfree_skb .* location=__udp4.*")),
        log.lines().size() + " events");
    assertTrue(log.lines().stream().anyMatch(line -> line.contains(" sched_switch ")));
    assertTrue(log.lines().stream().anyMatch(line -> line.contains(" sys_exit_clock_nanosleep ")));
    assertTrue(reader.statistics().endNs() - reader.statistics().beginNs() > 200_000_000);
    assertEquals(List.of(), leftovers());
  }

  @Test
  void shouldKeepWhatItHasWhenItIsInterrupted() throws Exception {
    assertEquals(0, signalled("-INT"));
    EventLog log = new EventLog();
    TraceFiles.open(recording).read(log);
    assertTrue(log.lines().size() > 10, log.lines().size() + " events");
    assertEquals(List.of(), leftovers());
  }

  @Test
  void shouldLeaveNothingWhenItIsEnded() throws Exception {
    assertEquals(1, signalled("-TERM"));
    assertTrue(Files.notExists(recording));
    assertEquals(List.of(), leftovers());
  }

  /** The exit code of a recording that gets a signal while it records. */
  private int signalled(String signal) throws Exception {
    ThisKernel.tracefs();
    Process process = new ProcessBuilder("sh", script.toString(), recording.toString(), "sh", "-c",
        "touch " + scratch.resolve("runs") + "; exec sleep 60").inheritIO().start();
    while (Files.notExists(scratch.resolve("runs"))) {
      assertTrue(process.isAlive(), "the command was not run");
      Thread.sleep(10);
    }
    assertEquals(0, Command.run(scratch, "kill", signal, Long.toString(process.pid())).exitCode());
    return process.waitFor();
  }

  @Test
  void shouldTellThatTheCommandFailedAfterRecording() throws Exception {
    ThisKernel.tracefs();
    Command run = Command.run(scratch, "sh", script.toString(), recording.toString(), "sh", "-c", "exit 3");
    assertEquals("3 sh ended with 3\n", run.exitCode() + " " + run.err());
    assertTrue(Files.exists(recording));
  }

  @Test
  void shouldSayInOneLineWhyItCannotRecord() throws Exception {
    assertEquals("usage: sh record.sh FILE [COMMAND...]\n", Command.run(scratch, "sh", script.toString()).err());
    ThisKernel.tracefs();
    Path nowhere = scratch.resolve("no/recorded");
    Command run = Command.run(scratch, "sh", script.toString(), nowhere.toString(), "true");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().matches("cannot record: no folder " + nowhere + "\\.parts-\\d+ can be made; name another "
        + "FILE\n"), run.err());
  }

  /** Parts of files, and instances of recordings that have ended; others may record meanwhile. */
  private List<Path> leftovers() throws IOException {
    try (Stream<Path> here = Files.list(scratch); Stream<Path> instances = Files.list(INSTANCES)) {
      return Stream.concat(here.filter(path -> path.toString().contains(".parts")), instances.filter(path -> {
        Matcher name = INSTANCE.matcher(path.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
      })).toList();
    }
  }
}
