package org.sockmodel.tests.kernel.pipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.Instruction.Sigaction.Disposition;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.FileFlag;
import org.sockmodel.runtime.uapi.Signal;
import org.sockmodel.tests.kernel.Scene;

/** Pipes; the first as in the scenario {@code pipe}, recorded on Linux 6.18. */
class PipeTest {

  private static final int CAPACITY_BYTES = 65_536;
  private static final Instruction PIPE = new Instruction.Pipe("r", "w", 1);

  @Test
  void shouldWakeASleepingReaderFromTheOtherCpu() {
    Scene scene = new Scene("v6_18").thread("snd", 1, PIPE, Scene.sleepMs(3), write(64), Scene.sleepMs(1))
        .thread("rdr0", 0, Scene.sleepMs(1), read(1000)).run();
    assertEquals("sys_write() > [waking rdr0 cpu0] > [ipi->cpu0 ttwu_queue_wakelist] > sys_write -> 64",
        scene.events("snd", "sys_write", "sys_write ->"));
    assertEquals("sys_read() > [switch rdr0(S)->swapper/0] > sys_read -> 64 > [switch rdr0(X)->swapper/0]",
        scene.events("rdr0", "sys_read"));
  }

  @Test
  void shouldNotWakeAReaderForDataThatJoinOthers() {
    Scene scene = new Scene("v6_18").thread("snd", 0, PIPE, write(64), write(64), Scene.sleepMs(1), read(1000),
        write(10), read(4), read(1000)).run();
    assertEquals("sys_write() > sys_write -> 64 > sys_write() > sys_write -> 64", between(scene, "sys_write()", 2));
    assertEquals("sys_read() > sys_read -> 128 > sys_write() > sys_write -> 10 > sys_read() > sys_read -> 4"
        + " > sys_read() > sys_read -> 6 > [switch snd(X)->swapper/0]", scene.events("snd", "sys_read"));
  }

  @Test
  void shouldPutTheWriterToSleepWhenSixteenPagesAreFull() {
    Scene scene = new Scene("v6_18").thread("snd", 1, PIPE, write(CAPACITY_BYTES + 1), Scene.sleepMs(1))
        .thread("rdr0", 0, Scene.sleepMs(2), read(4096), read(CAPACITY_BYTES)).run();
    assertEquals("sys_write() > [switch snd(S)->swapper/1] > sys_write -> " + (CAPACITY_BYTES + 1),
        scene.events("snd", "sys_write", "sys_write ->"));
    assertEquals("sys_read() > [waking snd cpu1] > [ipi->cpu1 ttwu_queue_wakelist] > sys_read -> 4096",
        scene.events("rdr0", "sys_read", "sys_read ->"));
  }

  @Test
  void shouldNotWakeTheWriterForHalfAPage() {
    Scene scene = new Scene("v6_18").thread("snd", 1, PIPE, write(CAPACITY_BYTES + 1))
        .thread("rdr0", 0, Scene.sleepMs(2), read(2048), read(2048)).run();
    assertEquals("sys_read() > sys_read -> 2048 > sys_read() > [waking snd cpu1] > [ipi->cpu1 ttwu_queue_wakelist]"
        + " > sys_read -> 2048 > [switch rdr0(X)->swapper/0]", scene.events("rdr0", "sys_read"));
  }

  @Test
  void shouldNotWaitWithNonblockingEnds() {
    Instruction[] program = {PIPE, new Instruction.Fcntl("r", FileFlag.O_NONBLOCK, 1),
        new Instruction.Fcntl("w", FileFlag.O_NONBLOCK, 1), read(10), Scene.unlessErrno(Errno.EAGAIN),
        write(CAPACITY_BYTES + 5), write(1), Scene.unlessErrno(Errno.EAGAIN)};
    Scene scene = new Scene("v6_18").thread("snd", 0, program).run();
    assertEquals("sys_read() > sys_read -> -11 > sys_write() > sys_write -> " + CAPACITY_BYTES + " > sys_write()"
        + " > sys_write -> -11 > [switch snd(X)->swapper/0]", scene.events("snd", "sys_read"));
    assertEquals(List.of(), scene.warnings());
  }

  @Test
  void shouldTellASleepingReaderThatTheWritingEndIsClosed() {
    Scene scene = new Scene("v6_18").thread("snd", 1, PIPE, Scene.sleepMs(2), new Instruction.Close("w", 1))
        .thread("rdr0", 0, Scene.sleepMs(1), read(10)).run();
    assertEquals("sys_close() > [waking rdr0 cpu0] > [ipi->cpu0 ttwu_queue_wakelist] > sys_close -> 0",
        scene.events("snd", "sys_close", "sys_close ->"));
    assertEquals(1, scene.count("rdr0", "sys_read -> 0"));
  }

  @Test
  void shouldReleaseAClosedEndAfterTheCallOnOlderKernels() {
    Scene scene = new Scene("v6_1").thread("snd", 1, PIPE, Scene.sleepMs(2), new Instruction.Close("w", 1))
        .thread("rdr0", 0, Scene.sleepMs(1), read(10)).run();
    assertEquals("sys_close() > sys_close -> 0 > [waking rdr0 cpu0] > [ipi->cpu0 ttwu_queue_wakelist]"
        + " > [switch snd(X)->swapper/1]", scene.events("snd", "sys_close"));
  }

  @Test
  void shouldEndAWriterThatNobodyReads() {
    Scene scene = new Scene("v6_18").thread("snd", 0, PIPE, new Instruction.Close("r", 1), write(10), write(20)).run();
    assertEquals("sys_write() > signal_generate: sig=13 code=0 comm=snd grp=0 res=0 > sys_write -> -32"
        + " > signal_deliver: sig=9 code=0 sa_flags=0 > [switch snd(X)->swapper/0]",
        scene.events("snd", "sys_write"));
    assertEquals(List.of("workload w ended: SIGPIPE, which it does not handle"), scene.warnings());
  }

  @Test
  void shouldReturnAnErrnoToAWriterThatIgnoresTheSignal() {
    Scene scene = new Scene("v6_18").thread("snd", 0, PIPE,
        new Instruction.Sigaction(Signal.SIGPIPE, Disposition.SIG_IGN, 0, 1), new Instruction.Close("r", 1), write(10),
        Scene.unlessErrno(Errno.EPIPE)).run();
    assertEquals("sys_write() > signal_generate: sig=13 code=0 comm=snd grp=0 res=1 > sys_write -> -32"
        + " > [switch snd(X)->swapper/0]", scene.events("snd", "sys_write"));
    assertEquals(List.of(), scene.warnings());
  }

  @Test
  void shouldInterruptAReader() {
    Scene scene = new Scene("v6_18").thread("snd", 1, PIPE,
        new Instruction.Sigaction(Signal.SIGUSR1, Disposition.HANDLER, 0, 1), Scene.sleepMs(2),
        new Instruction.Tgkill("rdr0", Signal.SIGUSR1, 1), Scene.sleepMs(1), write(10), Scene.sleepMs(1))
        .thread("rdr0", 0, Scene.sleepMs(1), read(64), Scene.unlessErrno(Errno.EINTR)).run();
    assertEquals("sys_read() > [switch rdr0(S)->swapper/0] > sys_read -> -512 > signal_deliver: sig=10 code=-6"
        + " sa_flags=4000000 > sys_rt_sigreturn() > [switch rdr0(X)->swapper/0]", scene.events("rdr0", "sys_read"));
    assertEquals(0, scene.woken("sys_write").stream().filter("rdr0"::equals).count());
  }

  @Test
  void shouldWakeOneOfSeveralReadersAndEachNextOneInTurn() {
    assertEquals(List.of("rdr0"), severalReaders("v6_18", 10), "the first reader takes all");
    assertEquals(List.of("rdr0", "rdr1"), severalReaders("v6_18", 4096 + 10), "the first leaves something");
    assertEquals(List.of("rdr1", "rdr0"), severalReaders("v3_10", 10), "all of them, the latest first");
  }

  private static List<String> severalReaders(String kernel, long bytes) {
    Scene scene = new Scene(kernel).thread("snd", 1, PIPE, Scene.sleepMs(3), write(bytes), Scene.sleepMs(1))
        .thread("rdr0", 0, Scene.sleepMs(1), read(4096)).thread("rdr1", 0, Scene.sleepMs(2), read(4096)).run();
    assertTrue(scene.count("rdr0", "sys_read -> ") + scene.count("rdr1", "sys_read -> ") > 0);
    List<String> woken = new ArrayList<>(scene.woken("sys_write"));
    woken.removeIf("snd"::equals);
    return woken;
  }

  private static String between(Scene scene, String from, int calls) {
    List<String> all = List.of(scene.events("snd", from).split(" > "));
    return String.join(" > ", all.subList(0, 2 * calls));
  }

  private static Instruction write(long bytes) {
    return new Instruction.Write("w", bytes, 1);
  }

  private static Instruction read(long bytes) {
    return new Instruction.Read("r", bytes, 1);
  }
}
