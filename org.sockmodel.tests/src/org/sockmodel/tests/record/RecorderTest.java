package org.sockmodel.tests.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.record.Recorder;
import org.sockmodel.runtime.record.Tracefs;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.dsl.cli.CommandLineProcess;
import org.sockmodel.tests.trace.Command;

class RecorderTest {

  private static final Path INSTANCES = Path.of("/sys/kernel/tracing/instances");
  private static final long BUFFER_KIB = 4096;
  private static final int DATAGRAMS = 100;

  @TempDir
  Path scratch;

  @Test
  void shouldRecordWhatAMessageCosts() throws Exception {
    Report report = analyze(recordDatagrams(BUFFER_KIB));

    assertTrue(report.receives().messages() >= DATAGRAMS, report.receives().toString());
    assertTrue(report.interrupts().softirqEntries(3) >= DATAGRAMS);
    assertTrue(report.scheduling().wakeups() >= DATAGRAMS);
    assertEquals("", report.trace().warning());
    assertEquals(0, report.trace().lost());
    assertEquals(List.of(), leftovers());
  }

  /** Go and libuv wait by epoll_pwait, and arm64 has no other call for it. */
  @Test
  void shouldRecordEveryCallThatReadsOrWaits() throws Exception {
    String file = Files.readString(recordDatagrams(BUFFER_KIB), StandardCharsets.ISO_8859_1);

    for (String call : List.of("recvfrom", "recvmsg", "recvmmsg", "readv", "ppoll", "pselect6", "epoll_pwait",
        "epoll_pwait2", "io_uring_enter")) {
      assertTrue(file.contains("name: sys_enter_" + call + "\n"), call);
      assertTrue(file.contains("name: sys_exit_" + call + "\n"), call);
    }
    assertTrue(file.contains("name: io_uring_complete\n"));
  }

  @Test
  void shouldWriteWhatTraceCmdReads() throws Exception {
    Path file = recordDatagrams(BUFFER_KIB);
    Command report = Command.run(scratch, "trace-cmd", "report", file.toString());
    assumeTrue(report != null, "trace-cmd is not installed");

    // Between the events it says how many CPUs there are, and where a busy machine lost some.
    long lines = report.out().lines().filter(line -> !line.startsWith("cpus=") && !line.startsWith("CPU:")).count();

    assertEquals(analyze(file).trace().events(), lines, report.err());
  }

  /** Only a disk of the test's own can be filled; to mount one takes what recording takes. */
  @Test
  void shouldSayWhereThereIsNoRoomLeft() throws Exception {
    Tracefs tracefs = ThisKernel.tracefs();
    Path disk = Files.createDirectory(scratch.resolve("disk"));
    Command mount = Command.run(scratch, "mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk.toString());
    assumeTrue(mount != null && mount.exitCode() == 0, "no disk can be mounted here");
    try (Echo echo = new Echo(); Recorder recorder = new Recorder(tracefs, disk.resolve("a.dat"), BUFFER_KIB)) {
      recorder.start();
      TraceException full = assertThrows(TraceException.class, () -> recorder.finish(() -> {
        send(echo);
        return true;
      }));
      assertEquals("cannot record: the disk is full that " + disk + " is on; make room there, or have the recording"
          + " written to another disk", full.getMessage());
      assertEquals(List.of(), leftovers());
    } finally {
      Command.run(scratch, "umount", disk.toString());
    }
  }

  @Test
  void shouldCountTheEventsThatASmallBufferLoses() throws Exception {
    Tracefs tracefs = ThisKernel.tracefs();
    Path file = scratch.resolve("small.dat");
    try (Echo echo = new Echo(); Recorder recorder = new Recorder(tracefs, file, 8)) {
      recorder.start();
      recorder.finish(() -> {
        send(echo);
        return true;
      });
    }

    assertTrue(analyze(file).trace().overwritten() > 0);
  }

  /** What the recorder does itself is recorded too: it must not fill the buffers that it empties. */
  @Test
  void shouldTakeFewSystemCallsForAPage() throws Exception {
    Path file = scratch.resolve("busy.dat");
    Tracefs tracefs = ThisKernel.tracefs();
    Thread drainer = new Thread(() -> recordBusily(tracefs, file), "drainer");
    drainer.start();
    drainer.join();

    TraceReader reader = TraceFiles.open(file);
    int drainerName = reader.names().intern("drainer");
    long[] calls = new long[1];
    reader.read(event -> calls[0] += event.comm() == drainerName
        && event.tracepoint().name().startsWith(Syscall.ENTER_PREFIX) ? 1 : 0);

    long pages = Files.size(file) / 4096;
    assertTrue(pages > 1000, pages + " pages");
    assertTrue(calls[0] > 0, "the recorder's own calls are not recorded");
    assertTrue(calls[0] < 2 * pages, calls[0] + " calls for " + pages + " pages");
  }

  private static void recordBusily(Tracefs tracefs, Path file) {
    try (Recorder recorder = new Recorder(tracefs, file, BUFFER_KIB)) {
      recorder.start();
      Process busy = new ProcessBuilder("dd", "if=/dev/zero", "of=/dev/null", "bs=1", "count=100000", "status=none")
          .start();
      recorder.finish(() -> busy.waitFor(5, TimeUnit.MILLISECONDS));
    } catch (IOException | TraceException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldNameWhyAPacketWasDropped() throws Exception {
    Path file = scratch.resolve("drops.dat");
    try (Recorder recorder = new Recorder(ThisKernel.tracefs(), file, BUFFER_KIB)) {
      recorder.start();
      recorder.finish(() -> {
        Echo.sendToNobody(DATAGRAMS);
        return true;
      });
    }

    assertTrue(analyze(file).drops().places().stream()
        .anyMatch(place -> place.reason().equals("NO_SOCKET") && place.count() >= DATAGRAMS));
  }

  @Test
  void shouldLeaveNothingIfItIsClosedInTheMiddle() throws Exception {
    Recorder recorder = new Recorder(ThisKernel.tracefs(), scratch.resolve("out.dat"), BUFFER_KIB);
    recorder.start();
    assertEquals(1, leftovers().size());

    TraceException failure = assertThrows(TraceException.class, () -> recorder.finish(() -> {
      recorder.close();
      return false;
    }));

    assertEquals("the recording was interrupted", failure.getMessage());
    assertEquals(List.of(), leftovers());
    try (Stream<Path> list = Files.list(scratch)) {
      assertEquals(0, list.count());
    }
  }

  @Test
  void shouldLeaveNothingWhenItIsKilled() throws Exception {
    ThisKernel.tracefs();
    Process recording = CommandLineProcess.start(scratch.resolve("errors"), "record", "-o",
        Files.createDirectory(scratch.resolve("out")).resolve("killed.dat").toString(), "--duration", "300s");
    Path tracer = INSTANCES.resolve("sockmodel-" + recording.pid());
    try {
      assertTrue(eventually(() -> started(tracer)), Files.readString(scratch.resolve("errors")));
    } finally {
      recording.destroyForcibly().waitFor();
    }

    assertTrue(eventually(() -> Files.notExists(tracer)), "the tracer is left");
    try (Stream<Path> list = Files.list(scratch.resolve("out"))) {
      assertEquals(List.of(), list.toList());
    }
  }

  /** Once pages are taken out of the buffers, which the command fills, its guard knows of the command. */
  @Test
  void shouldEndItsCommandAndTheChildrenOfThatWhenItIsKilled() throws Exception {
    ThisKernel.tracefs();
    Path folder = Files.createDirectory(scratch.resolve("out"));
    Path numbers = scratch.resolve("numbers");
    Process recording = CommandLineProcess.start(scratch.resolve("errors"), "record", "--buffer", "1", "-o",
        folder.resolve("killed.dat").toString(), "--", "sh", "-c", "(trap '' TERM; sleep 300; sleep 300) & "
            + "echo $! $$ > " + numbers + "; dd if=/dev/zero of=/dev/null bs=1 count=100000 2> /dev/null; sleep 300");
    Path tracer = INSTANCES.resolve("sockmodel-" + recording.pid());
    try {
      assertTrue(eventually(() -> hasPages(folder)), Files.readString(scratch.resolve("errors")));
    } finally {
      recording.destroyForcibly().waitFor();
    }
    for (String number : Files.readString(numbers).strip().split(" ")) {
      assertTrue(eventually(() -> ProcessHandle.of(Long.parseLong(number)).isEmpty()), "a process of it goes on");
    }
    assertTrue(eventually(() -> Files.notExists(tracer)), "the tracer is left");
  }

  @Test
  void shouldRemoveWhatAKilledRecordingLeft() throws Exception {
    ThisKernel.tracefs();
    Path left = Files.createDirectory(INSTANCES.resolve("sockmodel-2147483647"));
    Path living = Files.createDirectory(INSTANCES.resolve("sockmodel-1"));
    try {
      recordDatagrams(BUFFER_KIB);

      assertFalse(Files.exists(left));
      assertTrue(Files.exists(living), "another recording that runs was removed");
    } finally {
      Files.delete(living);
    }
  }

  /** Without a kernel behind it the folder has no buffers, which is found after others' folders were looked at. */
  @Test
  void shouldNotFailForWhatAnotherRecordingLeftAndItsGuardRemoves() throws IOException {
    Files.createDirectories(scratch.resolve("events/irq/softirq_entry"));
    Files.createDirectories(scratch.resolve("instances/sockmodel-2147483647/busy"));
    TraceException refused = assertThrows(TraceException.class,
        () -> new Recorder(new Tracefs(scratch, Path.of("/proc")), scratch.resolve("out.dat"), BUFFER_KIB));

    assertTrue(refused.getMessage().endsWith("/per_cpu"), refused.getMessage());
  }

  @Test
  void shouldRefuseAKernelWithoutTheEvents() throws IOException {
    Files.createDirectories(scratch.resolve("events/irq/unknown_event"));
    Files.createDirectories(scratch.resolve("instances"));
    TraceException refused = assertThrows(TraceException.class,
        () -> new Recorder(new Tracefs(scratch, Path.of("/proc")), scratch.resolve("out.dat"), BUFFER_KIB));

    assertEquals("cannot record: this kernel has none of the events that are wanted", refused.getMessage());
    assertFalse(Files.exists(scratch.resolve("out.dat")));
  }

  @Test
  void shouldRefuseWithoutTheRightToMakeATracer() {
    TraceException refused = assertThrows(TraceException.class,
        () -> new Tracefs(scratch, Path.of("/proc")).checked());

    assertEquals("cannot record: this user may not write to " + scratch.resolve("instances") + "; run it as root",
        refused.getMessage());
  }

  /** A new tracer's folder is there a moment before its files are. */
  private static boolean started(Path tracer) throws IOException {
    Path on = tracer.resolve("tracing_on");
    Path events = tracer.resolve("set_event");
    return Files.exists(on) && Files.readString(on).strip().equals("1")
        && Files.exists(events) && !Files.readString(events).isBlank();
  }

  /** Whether a recording has taken pages out of the tracer's buffers into files of this folder. */
  private static boolean hasPages(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.anyMatch(file -> file.toString().endsWith(".pages") && file.toFile().length() > 0);
    }
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  /** Whether it holds within half a minute. */
  private static boolean eventually(Condition condition) throws Exception {
    for (int i = 0; i < 300 && !condition.holds(); i++) {
      Thread.sleep(100);
    }
    return condition.holds();
  }

  private Path recordDatagrams(long bufferKib) throws Exception {
    Path file = scratch.resolve("udp.dat");
    try (Echo echo = new Echo(); Recorder recorder = new Recorder(ThisKernel.tracefs(), file, bufferKib)) {
      recorder.start();
      recorder.finish(() -> {
        send(echo);
        return true;
      });
    }
    return file;
  }

  private static void send(Echo echo) throws InterruptedException {
    try {
      echo.send(DATAGRAMS);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Report analyze(Path file) throws TraceException {
    TraceReader reader = TraceFiles.open(file);
    return Analysis.analyze(reader);
  }

  private static List<Path> leftovers() throws IOException {
    try (Stream<Path> list = Files.list(INSTANCES)) {
      String ours = "sockmodel-" + ProcessHandle.current().pid();
      return list.filter(path -> path.getFileName().toString().equals(ours)).toList();
    }
  }
}
