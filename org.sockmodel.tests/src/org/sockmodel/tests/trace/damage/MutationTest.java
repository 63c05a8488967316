package org.sockmodel.tests.trace.damage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.html.HtmlReport;
import org.sockmodel.runtime.report.json.JsonReport;
import org.sockmodel.runtime.report.text.TextReport;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.convert.Conversion;
import org.sockmodel.runtime.trace.convert.TraceFormat;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.checkout.Checkout;
import org.sockmodel.tests.trace.Oracle;

/**
 * Damages sound traces at random and analyses what comes out. A few hundred times of each format as a test; as long as
 * the system property {@code sockmodel.fuzz.seconds} says when {@code releng/fuzzing/all} asks for it. What fails is
 * kept.
 */
class MutationTest {

  private static final int TIMES = 80;
  /** Not the time that passes, of which others take theirs on a busy machine. */
  private static final ThreadMXBean CPU_TIME = ManagementFactory.getThreadMXBean();
  private static final long SLOW_NS = 20_000_000_000L;
  private static final long HUGE_LINE_BYTES = 1L << 30;

  @TempDir
  Path scratch;

  @Test
  void shouldSurviveDamagedCtf() throws Exception {
    Conversion.convert(recorded(), TraceFormat.CTF, scratch.resolve("sound"));
    damage("ctf", files(scratch.resolve("sound")));
  }

  @Test
  void shouldSurviveDamagedFtraceText() throws Exception {
    Conversion.convert(recorded(), TraceFormat.FTRACE, scratch.resolve("sound"));
    damage("ftrace", Map.of("text", Files.readAllBytes(scratch.resolve("sound"))));
  }

  @Test
  void shouldSurviveDamagedPerfScript() throws Exception {
    try (InputStream in = Oracle.open(Oracle.folder("perf").resolve("all_events_pp_udp.script.txt.gz"))) {
      damage("perf", Map.of("text", in.readAllBytes()));
    }
  }

  @Test
  void shouldSurviveDamagedTraceDat() throws Exception {
    Path recording = Oracle.folder("host-6.18-calibration").resolve("open/pp_udp_lo_x.dat");
    damage("dat", Map.of("dat", Files.readAllBytes(recording)));
  }

  @Test
  void shouldSurviveDamagedPerfData() throws Exception {
    try (InputStream in = Oracle.open(Oracle.folder("perf").resolve("pp_udp_lo_x.perf.data.gz"))) {
      damage("perfdata", Map.of("data", in.readAllBytes()));
    }
  }

  /** Of this one there is more to say than a page of text has lines for. */
  @Test
  void shouldKeepTheReportShortOfWhatNeedsManyNotes() throws Exception {
    Path recording = Oracle.folder("host-6.18-calibration").resolve("open/pp_udp_lo_x.dat");
    Path damaged = Files.createDirectory(scratch.resolve("notes")).resolve("dat");
    Files.write(damaged, new Mutation(2300).apply(Files.readAllBytes(recording)));
    survive(damaged, damaged.getParent(), "notes");
  }

  @Test
  void shouldSurviveDamagedCompression() throws Exception {
    Path recording = Oracle.folder("host-6.18-scenarios").resolve("open/udp_wake_z64.trace");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(Files.readAllBytes(recording));
    }
    damage("gzip", Map.of("gz", packed.toByteArray()));
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void shouldPassOverALineOfAGigabyte() throws Exception {
    FtraceReader reader = new FtraceReader(new HugeLine(HUGE_LINE_BYTES), "huge");
    reader.read(event -> { });

    assertEquals(2, reader.statistics().events());
    assertEquals(1, reader.statistics().unparsedCount());
  }

  private static TraceReader recorded() throws TraceException {
    return TraceFiles.open(Oracle.folder("host-6.18-scenarios").resolve("open/tcp_wake_n3.trace"));
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path file : list.sorted().toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private void damage(String format, Map<String, byte[]> sound) throws Exception {
    long seconds = Long.getLong("sockmodel.fuzz.seconds", 0);
    long endNs = System.nanoTime() + seconds * 1_000_000_000L;
    Path folder = Files.createDirectory(scratch.resolve(format));
    String[] names = sound.keySet().stream().sorted().toArray(String[]::new);
    for (long seed = 0; seconds == 0 ? seed < TIMES : System.nanoTime() < endNs; seed++) {
      String damaged = names[(int) (seed % names.length)];
      for (String name : names) {
        byte[] bytes = sound.get(name);
        Files.write(folder.resolve(name), name.equals(damaged) ? new Mutation(seed).apply(bytes) : bytes);
      }
      Path trace = names.length == 1 ? folder.resolve(names[0]) : folder;
      survive(trace, folder, format + "-" + seed);
    }
  }

  private static void survive(Path trace, Path folder, String what) throws Exception {
    long startNs = CPU_TIME.getCurrentThreadCpuTime();
    try {
      TraceReader reader = TraceFiles.open(trace);
      Analysis analysis = new Analysis(reader.names(), Filter.ALL).withTimeline();
      reader.read(analysis);
      Report report = analysis.report(reader.statistics());
      assertTrue(TextReport.of(report).lines().count() <= 40, what);
      JsonReport.tree(report);
      HtmlReport.of(report, what);
    } catch (TraceException e) {
      assertTrue(e.getMessage().startsWith(trace.toString()), what + ": " + e.getMessage());
      assertEquals(1, e.getMessage().lines().count(), what + ": " + e.getMessage());
    } catch (RuntimeException | Error e) {
      throw new AssertionError(what + " is kept in " + keep(folder, what) + ": " + e, e);
    }
    assertTrue(CPU_TIME.getCurrentThreadCpuTime() - startNs < SLOW_NS, what + " took too long");
  }

  private static Path keep(Path folder, String what) throws IOException {
    Path kept = Files.createDirectories(Checkout.output("fuzz").resolve(what));
    for (Map.Entry<String, byte[]> file : files(folder).entrySet()) {
      Files.write(kept.resolve(file.getKey()), file.getValue());
    }
    return kept;
  }

  /** An event, a line of so many bytes, and another event. */
  private static final class HugeLine extends InputStream {

    private static final byte[] EVENT =
        " a-7 [000] ..s.. 1.000002: softirq_exit: vec=3 [action=NET_RX]\n".getBytes();

    private final long lineBytes;
    private long position;

    HugeLine(long lineBytes) {
      this.lineBytes = lineBytes;
    }

    @Override
    public int read() {
      long inLine = position - EVENT.length;
      long behind = inLine - lineBytes - 1;
      if (behind == EVENT.length) {
        return -1;
      }
      position++;
      return inLine < 0 ? EVENT[(int) (position - 1)]
          : inLine < lineBytes ? 'x' : inLine == lineBytes ? '\n' : EVENT[(int) behind];
    }
  }
}
