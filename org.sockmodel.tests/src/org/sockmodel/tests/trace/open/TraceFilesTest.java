package org.sockmodel.tests.trace.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.ctf.CtfEnvironment;
import org.sockmodel.runtime.trace.ctf.CtfWriter;
import org.sockmodel.runtime.trace.ftrace.FtraceWriter;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.trace.RandomTrace;

class TraceFilesTest {

  private static final String ACCEPTED = "; a CTF folder, a trace.dat, a perf.data, or the text of ftrace, trace-cmd "
      + "report or perf script (these files also as gzip or zstd) can be read";

  @TempDir
  Path scratch;

  /** A reader refuses the whole for what it makes of its lines; that is to be told, not that it is no trace. */
  @Test
  void shouldKnowATextThatItsReaderRefuses() throws Exception {
    Path file = Files.writeString(scratch.resolve("differences.txt"), """
        a     7 [003]     0.000000: irq:softirq_exit: vec=3 [action=NET_RX]
        a     7 [003]     0.000003: irq:softirq_exit: vec=3 [action=NET_RX]
        a     7 [003]     0.000001: irq:softirq_exit: vec=3 [action=NET_RX]
        """);
    TraceReader reader = TraceFiles.open(file);
    TraceException refused = assertThrows(TraceException.class, () -> reader.read(event -> { }));
    assertTrue(refused.getMessage().contains("--deltatime"), refused.getMessage());
  }

  @Test
  void shouldOpenACtfFolder() throws Exception {
    Path trace = ctf("trace");
    assertEquals("ctf 500", read(trace));
    assertEquals("ctf 500", read(trace.resolve("metadata")));
  }

  @Test
  void shouldOpenAFolderAroundOneCtfTrace() throws Exception {
    ctf("session/kernel");
    assertEquals("ctf 500", read(scratch.resolve("session")));
  }

  @Test
  void shouldAskWhichOfSeveralTracesIsMeant() throws Exception {
    ctf("session/a");
    ctf("session/b");
    assertEquals(scratch.resolve("session") + " holds 2 CTF traces; name one of them, such as "
        + scratch.resolve("session/a"), refusal(scratch.resolve("session")));
  }

  @Test
  void shouldOpenTextCompressedOrNot() throws Exception {
    byte[] text = ftrace();
    assertEquals("ftrace 500", read(file(text)));
    assertEquals("ftrace 500", read(file(gzip(text))));
    assertEquals("ftrace 500", read(file(Zstd.compress(text))));
    assertEquals("ftrace 500", read(file(Zstd.compress(gzip(text)))));
  }

  @Test
  void shouldOpenAStream() throws Exception {
    TraceReader reader = TraceFiles.open(new ByteArrayInputStream(ftrace()), "standard input");
    reader.read(event -> { });
    assertEquals(500, reader.statistics().events());
  }

  @Test
  void shouldTellPerfScriptFromFtrace() throws Exception {
    assertEquals("perf 1", read(file("a 7 [003] 1.000002: irq:softirq_exit: vec=3 [action=NET_RX]\n".getBytes())));
    assertEquals("perf 1", read(file(("a 7 [003] 0.000000: PERF_RECORD_FORK(2:2):(0:0)\n".repeat(10_000)
        + "a 7 [003] 1.000002: irq:softirq_exit: vec=3 [action=NET_RX]\n").getBytes())));
    assertEquals("ftrace 1", read(file(" a-7 [003] ..s. 1.000002: softirq_exit: vec=3 [action=NET_RX]\n".getBytes())));
  }

  @Test
  void shouldOpenAnEmptyFtraceBuffer() throws Exception {
    assertEquals("ftrace 0", read(file("# tracer: nop\n#\n# entries-in-buffer/entries-written: 0/0   #P:2\n"
        .getBytes(StandardCharsets.US_ASCII))));
  }

  /** What the kernel prints with the options {@code bin}, {@code raw} and {@code hex}, and without context-info. */
  @Test
  void shouldSayWhichOptionsOfTracefsStandInTheWay() throws Exception {
    for (String lines : List.of("\0\1\2\3\n", "19453 1 46433084470865 type: 372\n",
        "00004bfd 00000001 00002a3b0b817651 type: 372\n\n", "softirq_raise: vec=9 [action=RCU]\n")) {
      Path path = file(("# tracer: nop\n#\n" + lines).getBytes(StandardCharsets.US_ASCII));
      assertEquals(path + " is of tracefs, but no line tells an event with its CPU and time; print it again with the"
          + " options bin, hex, raw and verbose off, and with context-info on",
          refusal(path));
    }
  }

  @Test
  void shouldSayWhatAnythingElseIs() throws Exception {
    Path file = file(new byte[0]);
    assertEquals(file + " is empty" + ACCEPTED, refusal(file));
    assertEquals(file + " is a text that is no trace" + ACCEPTED, refusal(file("Dear reader\n".getBytes())));
    assertEquals(file + " is no trace that is known" + ACCEPTED, refusal(file(new byte[] {1, 0, 2})));
    assertEquals(file + " holds, compressed, a text that is no trace" + ACCEPTED, refusal(file(gzip("x".getBytes()))));
    assertEquals(scratch.resolve("missing") + " does not exist", refusal(scratch.resolve("missing")));
    Path folder = Files.createDirectory(scratch.resolve("folder"));
    assertEquals(folder + " is a folder without a CTF trace (no file metadata in it)" + ACCEPTED, refusal(folder));
    assertEquals(ctf("trace").resolve("channel0_0") + " is one stream of a CTF trace; open its folder",
        refusal(scratch.resolve("trace/channel0_0")));
  }

  @Test
  void shouldReadWhatIsLeftOfCutCompression() throws Exception {
    byte[] text = ftrace(6000);
    for (byte[] packed : new byte[][] {gzip(text), Zstd.compress(text)}) {
      long most = 0;
      for (int length = 1; length < packed.length; length += packed.length / 30) {
        Path file = file(Arrays.copyOf(packed, length));
        try {
          TraceReader reader = TraceFiles.open(file);
          reader.read(event -> { });
          assertTrue(reader.statistics().warning().contains("cannot be read to its end"),
              reader.statistics().warning());
          most = Math.max(most, reader.statistics().events());
        } catch (TraceException e) {
          assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        }
      }
      assertTrue(most > 0);
    }
  }

  @Test
  void shouldRefuseRandomBytes() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(1, 3000)];
      random.nextBytes(bytes);
      Path file = file(bytes);
      assertTrue(refusal(file).startsWith(file.toString()));
    }
  }

  private Path ctf(String name) throws Exception {
    Path trace = scratch.resolve(name);
    Files.createDirectories(trace.getParent());
    RandomTrace random = new RandomTrace(1, 2);
    try (CtfWriter writer = new CtfWriter(trace, 2, random.names(), CtfEnvironment.of("model", "6.18.0"))) {
      random.send(500, writer);
    }
    return trace;
  }

  private static byte[] ftrace() throws TraceException {
    return ftrace(500);
  }

  private static byte[] ftrace(int events) throws TraceException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FtraceWriter writer = new FtraceWriter(out, 2)) {
      new RandomTrace(1, 2).send(events, writer);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(scratch.resolve("file"), bytes);
  }

  private static String read(Path path) throws TraceException {
    TraceReader reader = TraceFiles.open(path);
    reader.read(event -> { });
    assertEquals("", reader.statistics().warning());
    return reader.statistics().format() + " " + reader.statistics().events();
  }

  private static String refusal(Path path) {
    return assertThrows(TraceException.class, () -> TraceFiles.open(path).read(event -> { })).getMessage();
  }
}
