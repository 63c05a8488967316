package org.sockmodel.tests.trace.ctf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.NetTracepoints.NetifReceiveSkb;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.ctf.CtfEnvironment;
import org.sockmodel.runtime.trace.ctf.CtfReader;
import org.sockmodel.runtime.trace.ctf.CtfWriter;
import org.sockmodel.tests.trace.EventLog;
import org.sockmodel.tests.trace.RandomTrace;

/** Damaged traces: each is read as far as it goes and told of, or refused in one line. */
class DamagedCtfTest {

  private static final int EVENTS = 40;
  private static final int PACKET_CONTENT_SIZE = 48;
  private static final int PACKET_SIZE = 56;

  @TempDir
  Path trace;

  private byte[] stream;
  private List<String> sound;

  @BeforeEach
  void write() throws Exception {
    Path folder = trace.resolve("sound");
    RandomTrace random = new RandomTrace(9, 1, List.of(SoftirqEntry.TRACEPOINT, SchedSwitch.TRACEPOINT,
        NetifReceiveSkb.TRACEPOINT, Syscall.RECVFROM.enter(), Syscall.RECVFROM.exit()));
    try (CtfWriter writer = new CtfWriter(folder, 1, random.names(), CtfEnvironment.of("model", "6.18.0"))) {
      random.send(EVENTS, writer);
    }
    stream = Files.readAllBytes(folder.resolve("channel0_0"));
    Files.copy(folder.resolve("metadata"), trace.resolve("metadata"));
    sound = read(stream);
    assertEquals(EVENTS, sound.size());
  }

  @Test
  void shouldReadWhatIsLeftWhenCutAtAnyByte() throws Exception {
    int before = 0;
    for (int length = 85; length < stream.length; length += length < 2500 ? 1 : 97) {
      Reading reading = tryRead(Arrays.copyOf(stream, length));
      if (reading.refusal() == null) {
        assertTrue(reading.events().size() >= before, "cut at byte " + length);
        EventLog.assertSame(sound.subList(0, reading.events().size()), reading.events());
        assertTrue(reading.warning().startsWith("channel0_0 "), reading.warning());
        before = reading.events().size();
      }
    }
    assertEquals(EVENTS, before);
  }

  @Test
  void shouldRefuseWhatEndsWithinTheFirstHeader() throws Exception {
    for (int length = 1; length < 84; length++) {
      Reading reading = tryRead(Arrays.copyOf(stream, length));
      assertTrue(reading.refusal().contains("channel0_0 ends within the header of a packet"), reading.refusal());
    }
  }

  @Test
  void shouldSurviveAnySingleWrongByte() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1500; i++) {
      byte[] damaged = stream.clone();
      damaged[random.nextInt(4096)] = (byte) random.nextInt(256);
      Reading reading = tryRead(damaged);
      assertTrue(reading.refusal() != null || reading.events().size() <= 4 * EVENTS);
    }
  }

  @Test
  void shouldSurviveRandomBytesAfterTheHeader() throws Exception {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 500; i++) {
      byte[] damaged = stream.clone();
      byte[] noise = new byte[1 + random.nextInt(2000)];
      random.nextBytes(noise);
      System.arraycopy(noise, 0, damaged, 84 + random.nextInt(2000), noise.length);
      Reading reading = tryRead(damaged);
      assertTrue(reading.refusal() != null || reading.events().size() <= damaged.length);
    }
  }

  @Test
  void shouldNotBelieveAContentThatIsLargerThanThePacket() throws Exception {
    Reading reading = tryRead(with(PACKET_CONTENT_SIZE, stream.length * 8L + 64));
    assertTrue(reading.refusal().contains("impossible content"), reading.refusal());
  }

  @Test
  void shouldNotTakePaddingForEvents() throws Exception {
    Reading reading = tryRead(with(PACKET_CONTENT_SIZE, stream.length * 8L));
    EventLog.assertSame(sound, reading.events());
    assertTrue(reading.warning().contains("later than the end of its packet"), reading.warning());
  }

  @Test
  void shouldReadOtherPacketsAfterOneWithAnImpossibleSize() throws Exception {
    for (long size : new long[] {0, 8, -8, Long.MAX_VALUE, Long.MIN_VALUE, 12345}) {
      Reading reading = tryRead(with(PACKET_SIZE, size));
      assertTrue(reading.refusal() == null ? !reading.warning().isEmpty()
          : reading.refusal().contains("impossible"), "size " + size + ": " + reading);
    }
  }

  @Test
  void shouldRefuseAStreamWithoutMagic() throws Exception {
    byte[] damaged = stream.clone();
    damaged[0] ^= 1;
    assertTrue(tryRead(damaged).refusal().contains("channel0_0 holds no packet where one should begin"));
  }

  @Test
  void shouldReadTheSoundStreamBesideADamagedOne() throws Exception {
    Files.write(trace.resolve("channel0_1"), "this is no stream".getBytes(StandardCharsets.US_ASCII));
    Reading reading = tryRead(stream);
    EventLog.assertSame(sound, reading.events());
    assertTrue(reading.warning().startsWith("channel0_1 ends within the header"), reading.warning());
  }

  @Test
  void shouldRefuseMetadataCutAtAnyByteOrReadLess() throws Exception {
    byte[] metadata = Files.readAllBytes(trace.resolve("metadata"));
    for (int length = 0; length < metadata.length; length += 7) {
      Files.write(trace.resolve("metadata"), Arrays.copyOf(metadata, length));
      Reading reading = tryRead(stream);
      assertTrue(reading.refusal() != null || reading.events().size() <= EVENTS, "cut at byte " + length);
    }
  }

  @Test
  void shouldRefuseDeeplyNestedMetadata() throws Exception {
    Files.writeString(trace.resolve("metadata"), "event { fields := " + "struct { ".repeat(100_000));
    TraceException refused = assertThrows(TraceException.class, () -> new CtfReader(trace).read(new EventLog()));
    assertTrue(refused.getMessage().contains("nested too deeply"), refused.getMessage());
  }

  @Test
  void shouldNotRunForEverOnEventsOfNoBits() throws Exception {
    Files.writeString(trace.resolve("metadata"),
        "trace { major = 1; minor = 8; byte_order = le; }; stream { }; event { name = empty; id = 0; };");
    Reading reading = tryRead(stream);
    assertTrue(reading.refusal() != null && reading.refusal().contains("ends within an event"), reading.toString());
  }

  private byte[] with(int offset, long value) {
    byte[] damaged = stream.clone();
    ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putLong(offset, value);
    return damaged;
  }

  /** What came of reading; either events and perhaps a warning, or a refusal. */
  private record Reading(List<String> events, String warning, String refusal) {
  }

  private Reading tryRead(byte[] bytes) throws IOException {
    Files.write(trace.resolve("channel0_0"), bytes);
    EventLog log = new EventLog();
    CtfReader reader = new CtfReader(trace);
    try {
      reader.read(log);
    } catch (TraceException e) {
      assertTrue(e.getMessage().startsWith(trace.toString()), e.getMessage());
      assertEquals(1, e.getMessage().lines().count());
      return new Reading(log.lines(), reader.statistics().warning(), e.getMessage());
    }
    return new Reading(log.lines(), reader.statistics().warning(), null);
  }

  private List<String> read(byte[] bytes) throws IOException {
    Reading reading = tryRead(bytes);
    assertEquals("", reading.warning());
    return reading.events();
  }
}
