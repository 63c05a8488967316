package org.sockmodel.tests.trace.ftrace.dat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.NetTracepoints.SkDataReady;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceOrigin;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.runtime.trace.ftrace.dat.TraceDatReader;
import org.sockmodel.tests.Allocations;
import org.sockmodel.tests.trace.Command;
import org.sockmodel.tests.trace.EventLog;
import org.sockmodel.tests.trace.Oracle;

class TraceDatReaderTest {

  /** Where the compressed content of sections begins in the first recording, and its last section of options. */
  private static final int EVENT_FORMATS = 2063 + 24;
  private static final int KALLSYMS = 124_459 + 24;
  private static final int COMMAND_LINES = 1_138_555 + 24;
  private static final int FIRST_CHUNK = 1_167_360 + 12;
  private static final int LAST_OPTIONS = 1_244_178;

  private static final Pattern PLACE = Pattern.compile("at byte (-?\\d+)");

  @TempDir
  Path scratch;

  @Test
  void shouldReadWhatTraceCmdReports() throws Exception {
    List<Path> files = Oracle.files("host-6.18-calibration", ".dat");
    assertEquals(8, files.size());
    for (Path file : files) {
      EventLog.assertSame(reported(file), recorded(file));
    }
  }

  @Test
  void shouldTellTheMachine() throws Exception {
    for (Path file : Oracle.files("host-6.18-calibration", ".dat")) {
      TraceReader reader = new TraceDatReader(file, file.toString(), false);
      reader.read(event -> { });
      assertEquals(new TraceOrigin("vm", "6.18.44-fc-v595", "", 0), reader.origin());
    }
  }

  @Test
  void shouldReadVersion6AndUncompressedFiles() throws Exception {
    Path file = first();
    List<String> expected = recorded(file);
    Path old = scratch.resolve("v6.dat");
    Path plain = scratch.resolve("v7.dat");
    Command toOld = Command.run(scratch, "trace-cmd", "convert", "--file-version", "6", "-i", file.toString(), "-o",
        old.toString());
    assumeTrue(toOld != null && Files.exists(old), "trace-cmd is not installed or cannot convert");
    TraceReader reader = new TraceDatReader(old, "v6.dat", false);
    reader.read(event -> { });
    assertEquals("6.18.44-fc-v595", reader.origin().kernelRelease());
    Command.run(scratch, "trace-cmd", "convert", "--file-version", "7", "--compression", "none", "-i",
        file.toString(), "-o", plain.toString());
    EventLog.assertSame(expected, recorded(old));
    EventLog.assertSame(expected, recorded(plain));
  }

  /** Below a byte an event, once the reader has learnt the formats and the names and has its arrays. */
  @Test
  void shouldAllocateNothingForAnEvent() throws Exception {
    for (Path file : Oracle.files("host-6.18-calibration", ".dat")) {
      int[] events = new int[1];
      long[] warm = new long[1];
      new TraceDatReader(file, file.toString(), false).read(event -> {
        if (++events[0] == 4000) {
          warm[0] = Allocations.soFar();
        }
      });
      long bytes = Allocations.soFar() - warm[0];
      assertTrue(events[0] > 8000 && bytes < events[0], bytes + " bytes for " + events[0] + " events of " + file);
    }
  }

  @Test
  void shouldReadWhatIsLeftWhenCut() throws Exception {
    byte[] whole = Files.readAllBytes(first());
    List<String> expected = recorded(first());
    int refused = 0;
    for (int length = 1; length < whole.length; length += whole.length / 40) {
      List<String> events = new ArrayList<>();
      String outcome = tryRead(Arrays.copyOf(whole, length), events);
      refused += events.isEmpty() ? 1 : 0;
      assertTrue(events.size() < expected.size(), "cut at byte " + length);
      assertTrue(!outcome.isEmpty(), "cut at byte " + length + " told nobody");
    }
    assertTrue(refused > 0);
  }

  @Test
  void shouldNameNoByteBehindTheEndOfAFile() throws Exception {
    List<Path> files = new ArrayList<>(List.of(first()));
    for (String version : List.of("6", "7")) {
      Path plain = scratch.resolve("v" + version + ".dat");
      Command convert = Command.run(scratch, "trace-cmd", "convert", "--file-version", version, "--compression", "none",
          "-i", first().toString(), "-o", plain.toString());
      assumeTrue(convert != null && Files.exists(plain), "trace-cmd is not installed or cannot convert");
      files.add(plain);
    }
    int told = 0;
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      for (int length = whole.length / 3; length < whole.length; length += whole.length / 40) {
        Matcher byteOf = PLACE.matcher(tryRead(Arrays.copyOf(whole, length), new ArrayList<>()));
        while (byteOf.find()) {
          assertTrue(Long.parseLong(byteOf.group(1)) <= length, byteOf.group() + " of " + length);
          told++;
        }
      }
    }
    assertTrue(told > 0, "no place was told");
  }

  @Test
  void shouldPassOverWhatIsDamagedOfOneCpu() throws Exception {
    List<String> expected = recorded(first());
    List<String> events = new ArrayList<>();

    String outcome = tryRead(damaged(FIRST_CHUNK + 4, 4), events);

    assertTrue(outcome.startsWith("the data of CPU 0 cannot be read everywhere: "), outcome);
    int told = events.indexOf("lost 0 on 0");
    assertTrue(told > 0, "the hole was not told");
    events.remove(told);
    assertTrue(events.get(told).contains(" [0] "), events.get(told));
    List<String> missing = new ArrayList<>(expected);
    missing.removeAll(Set.copyOf(events));
    assertTrue(missing.stream().allMatch(line -> line.contains(" [0] ")), "events of CPU 1 are missing");
    assertTrue(missing.size() > 500 && missing.size() < 2000, missing.size() + " are missing");
    expected.removeAll(Set.copyOf(missing));
    EventLog.assertSame(expected, events);
  }

  @Test
  void shouldDoWithoutSymbolsAndNames() throws Exception {
    List<String> expected = recorded(first());
    for (int section : new int[] {KALLSYMS, COMMAND_LINES}) {
      List<String> events = new ArrayList<>();

      String outcome = tryRead(damaged(section, 4), events);

      assertTrue(outcome.startsWith("not all of the "), outcome);
      assertEquals(expected.size(), events.size());
    }
  }

  @Test
  void shouldUseTheFormatsBeforeADamagedOne() throws Exception {
    List<String> events = new ArrayList<>();

    String outcome = tryRead(damaged(EVENT_FORMATS + 70_000, 200), events);

    assertTrue(outcome.startsWith("not all of the formats of events can be read"), outcome);
    assertTrue(!events.isEmpty());
  }

  @Test
  void shouldFindDataOfWhichTheOptionsAreMissing() throws Exception {
    List<String> expected = recorded(first());
    byte[] whole = Files.readAllBytes(first());
    List<String> events = new ArrayList<>();
    String outcome = tryRead(Arrays.copyOf(whole, LAST_OPTIONS + 10), events);
    assertTrue(outcome.startsWith("not all of the options can be read"), outcome);
    EventLog.assertSame(expected, events);

    events.clear();
    tryRead(Arrays.copyOf(whole, LAST_OPTIONS - 20_000), events);
    assertTrue(events.stream().anyMatch(line -> line.contains(" [1] ")), "nothing of CPU 1 was found");
    events.removeIf(line -> line.startsWith("lost"));
    assertTrue(events.size() > expected.size() / 2 && expected.containsAll(events), events.size() + " events");
  }

  @Test
  void shouldFindPagesOfWhichTheOptionsAreMissing() throws Exception {
    List<String> expected = recorded(first());
    Path plain = scratch.resolve("v7.dat");
    Command convert = Command.run(scratch, "trace-cmd", "convert", "--file-version", "7", "--compression", "none", "-i",
        first().toString(), "-o", plain.toString());
    assumeTrue(convert != null && Files.exists(plain), "trace-cmd is not installed or cannot convert");
    byte[] whole = Files.readAllBytes(plain);
    List<String> events = new ArrayList<>();

    String outcome = tryRead(Arrays.copyOf(whole, whole.length - 200), events);

    assertTrue(outcome.startsWith("not all of the options can be read"), outcome);
    EventLog.assertSame(expected, events);
  }

  @Test
  void shouldSurviveWrongBytes() throws Exception {
    byte[] whole = Files.readAllBytes(first());
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 60; i++) {
      byte[] damaged = whole.clone();
      for (int n = 0; n < 20; n++) {
        int place = n % 2 == 0 ? random.nextInt(64) + 16 : random.nextInt(whole.length);
        damaged[i % 3 == 0 ? random.nextInt(whole.length) : place] = (byte) random.nextInt(256);
      }
      tryRead(damaged, new ArrayList<>());
    }
  }

  /** What a person would be told: the warning or the refusal. */
  private String tryRead(byte[] bytes, List<String> events) throws IOException {
    Path file = Files.write(scratch.resolve("damaged.dat"), bytes);
    TraceReader reader = new TraceDatReader(file, "damaged.dat", false);
    try {
      reader.read(new TraceSink() {
        @Override
        public void accept(TraceEvent event) {
          events.add(describe(event));
        }

        @Override
        public void lost(int cpu, long count) {
          events.add("lost " + count + " on " + cpu);
        }
      });
    } catch (TraceException e) {
      assertTrue(e.getMessage().startsWith("damaged.dat "), e.getMessage());
      return e.getMessage();
    }
    return reader.statistics().warning();
  }

  /** The first recording with so many wrong bytes. */
  private static byte[] damaged(int start, int length) throws IOException {
    byte[] bytes = Files.readAllBytes(first());
    for (int i = start; i < start + length; i++) {
      bytes[i] ^= 0x5a;
    }
    return bytes;
  }

  private static Path first() throws IOException {
    return Oracle.folder("host-6.18-calibration").resolve("open/pp_udp_lo_x.dat");
  }

  private static List<String> reported(Path dat) throws Exception {
    Path report = Path.of(dat.toString().replace(".dat", ".ns.txt.gz"));
    List<String> lines = new ArrayList<>();
    new FtraceReader(Oracle.open(report), report.toString()).read(event -> lines.add(describe(event)));
    return lines;
  }

  private static List<String> recorded(Path dat) throws Exception {
    List<String> lines = new ArrayList<>();
    TraceDatReader reader = new TraceDatReader(dat, dat.toString(), false);
    reader.read(event -> lines.add(describe(event)));
    assertEquals("", reader.statistics().warning());
    assertEquals(0, reader.statistics().unparsedCount());
    return lines;
  }

  /** trace-cmd does not print that a task was preempted, and which socket was told of data. */
  private static String describe(TraceEvent event) {
    if (event.tracepoint() == SkDataReady.TRACEPOINT) {
      event.set(SkDataReady.SKADDR, TraceEvent.ABSENT);
    }
    if (event.tracepoint() == SchedSwitch.TRACEPOINT) {
      event.set(SchedSwitch.PREV_STATE, event.value(SchedSwitch.PREV_STATE) & 0xff);
    }
    return EventLog.describe(event, true);
  }
}
