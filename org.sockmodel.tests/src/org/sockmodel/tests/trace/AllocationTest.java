package org.sockmodel.tests.trace;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceWriter;
import org.sockmodel.runtime.trace.ctf.CtfEnvironment;
import org.sockmodel.runtime.trace.ctf.CtfReader;
import org.sockmodel.runtime.trace.ctf.CtfWriter;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.runtime.trace.ftrace.FtraceWriter;
import org.sockmodel.tests.Allocations;

/**
 * Reading and writing allocates nothing for an event: a trace of ten times the length allocates no more, but for what
 * the stream below allocates for a block.
 */
class AllocationTest {

  private static final int EVENTS = 20_000;
  private static final long ROOM_BYTES = 9L * EVENTS;

  @TempDir
  Path scratch;

  @Test
  void shouldAllocateNothingForAnEventWrittenAsCtf() throws Exception {
    assertSame(write(EVENTS, ctfWriter()), write(10 * EVENTS, ctfWriter()));
  }

  @Test
  void shouldAllocateNothingForAnEventReadFromCtf() throws Exception {
    Path small = ctf("small", EVENTS);
    Path large = ctf("large", 10 * EVENTS);
    read(new CtfReader(small));
    assertSame(read(new CtfReader(small)), read(new CtfReader(large)));
  }

  @Test
  void shouldAllocateNothingForALineOfFtraceWritten() throws Exception {
    write(EVENTS, new FtraceWriter(OutputStream.nullOutputStream(), 2));
    assertSame(write(EVENTS, new FtraceWriter(OutputStream.nullOutputStream(), 2)),
        write(10 * EVENTS, new FtraceWriter(OutputStream.nullOutputStream(), 2)));
  }

  @Test
  void shouldAllocateNothingForALineOfFtraceRead() throws Exception {
    byte[] small = ftrace(EVENTS);
    byte[] large = ftrace(10 * EVENTS);
    read(new FtraceReader(new ByteArrayInputStream(small), "small"));
    assertSame(read(new FtraceReader(new ByteArrayInputStream(small), "small")),
        read(new FtraceReader(new ByteArrayInputStream(large), "large")));
  }

  @Test
  void shouldAllocateNothingForASystemCallToldByNumber() throws Exception {
    byte[] small = rawCalls(EVENTS);
    byte[] large = rawCalls(10 * EVENTS);
    read(new FtraceReader(new ByteArrayInputStream(small), "small"));
    assertSame(read(new FtraceReader(new ByteArrayInputStream(small), "small")),
        read(new FtraceReader(new ByteArrayInputStream(large), "large")));
  }

  private static byte[] rawCalls(int events) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < events / 2; i++) {
      text.append("a-7 [000] ..... 1.000001: sys_enter: NR 45 (3, 7f00, 64, 0, 0, 0)\n")
          .append("a-7 [000] ..... 1.000001: sys_recvfrom(fd: 3, ubuf: 0x7f00, size: 0x64)\n");
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void assertSame(long few, long many) {
    assertTrue(many - few < ROOM_BYTES, EVENTS + " events allocate " + few + " bytes, ten times as many " + many);
  }

  private static long read(TraceReader reader) {
    return Allocations.during(() -> {
      try {
        reader.read(event -> { });
      } catch (TraceException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  /** What the writer allocates; the events are the same for each call. */
  private static long write(int events, TraceWriter writer) {
    long made = Allocations.during(() -> new RandomTrace(7, 2).send(events, event -> { }));
    long written = Allocations.during(() -> new RandomTrace(7, 2).send(events, writer));
    writer.abort();
    return written - made;
  }

  private CtfWriter ctfWriter() throws TraceException {
    RandomTrace random = new RandomTrace(7, 2);
    random.send(1000, event -> { });
    return new CtfWriter(scratch.resolve("written"), 2, random.names(), CtfEnvironment.of("model", "6.18.0"));
  }

  private Path ctf(String name, int events) throws TraceException {
    RandomTrace random = new RandomTrace(7, 2);
    try (CtfWriter writer = new CtfWriter(scratch.resolve(name), 2, random.names(),
        CtfEnvironment.of("model", "6.18.0"))) {
      random.send(events, writer);
    }
    return scratch.resolve(name);
  }

  private static byte[] ftrace(int events) throws TraceException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FtraceWriter writer = new FtraceWriter(out, 2)) {
      new RandomTrace(7, 2).send(events, writer);
    }
    return out.toByteArray();
  }
}
