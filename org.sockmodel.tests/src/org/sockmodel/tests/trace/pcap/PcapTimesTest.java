package org.sockmodel.tests.trace.pcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.NetifReceiveSkb;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.pcap.PcapTimes;
import org.sockmodel.runtime.trace.pcap.PcapngWriter;

class PcapTimesTest {

  private static final ByteOrder[] ORDERS = {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN};

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void shouldReadPcapOfEitherByteOrder(int order) throws Exception {
    assertEquals(List.of(2_000_003_000L, 2_000_009_000L), times(pcap(ORDERS[order], 0xa1b2c3d4, 3, 9)));
    assertEquals(List.of(2_000_000_003L, 2_000_000_009L), times(pcap(ORDERS[order], 0xa1b23c4d, 3, 9)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void shouldReadPcapngInTheUnitOfItsInterface(int order) throws Exception {
    assertEquals(List.of(5_000L), times(pcapng(ORDERS[order], -1, 5)), "microseconds unless it says otherwise");
    assertEquals(List.of(5_000_000L), times(pcapng(ORDERS[order], 3, 5)), "milliseconds");
    assertEquals(List.of(5L), times(pcapng(ORDERS[order], 9, 5)), "nanoseconds");
    assertEquals(List.of(1_250_000_000L), times(pcapng(ORDERS[order], 0x82, 5)), "quarters of a second");
  }

  @Test
  void shouldReadWhatTheWriterWrites() throws Exception {
    Path file = folder.resolve("written.pcapng");
    Names names = new Names();
    try (PcapngWriter writer = new PcapngWriter(file)) {
      TraceEvent event = new TraceEvent(names);
      for (long time : new long[] {7, 0x1_0000_0002L}) {
        event.begin(NetifReceiveSkb.TRACEPOINT, time, 1).set(NetifReceiveSkb.DEV, names.intern("eth0"));
        writer.accept(event.set(NetifReceiveSkb.SKBADDR, 1).set(NetifReceiveSkb.LEN, 92));
      }
    }
    assertEquals(List.of(7L, 0x1_0000_0002L), times(Files.readAllBytes(file)));
  }

  @Test
  void shouldEndWithTheLastWholePacket() throws Exception {
    byte[] whole = pcap(ByteOrder.LITTLE_ENDIAN, 0xa1b2c3d4, 3, 9);
    assertEquals(List.of(2_000_003_000L), times(Arrays.copyOf(whole, whole.length - 1)));
  }

  @Test
  void shouldSayWhatIsDamaged() {
    byte[] packet = pcap(ByteOrder.LITTLE_ENDIAN, 0xa1b2c3d4, 3);
    ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN).putInt(24 + 8, -1);
    assertTrue(assertThrows(TraceException.class, () -> times(packet)).getMessage()
        .endsWith(" is damaged: something in it is 4294967295 bytes long"));
    byte[] section = pcapng(ByteOrder.LITTLE_ENDIAN, 9, 5);
    section[8] = 0;
    assertTrue(assertThrows(TraceException.class, () -> times(section)).getMessage()
        .endsWith(" is damaged: its byte order cannot be told"));
  }

  @Test
  void shouldRecognizeCapturesOnly() throws IOException {
    Path file = folder.resolve("file");
    for (String other : List.of("", "gap_us\n1\n", "abc")) {
      assertFalse(PcapTimes.recognizes(Files.writeString(file, other)), other);
    }
  }

  private List<Long> times(byte[] bytes) throws IOException, TraceException {
    Path file = Files.write(folder.resolve("capture"), bytes);
    assertTrue(PcapTimes.recognizes(file));
    List<Long> times = new ArrayList<>();
    PcapTimes.read(file, times::add);
    return times;
  }

  /** Packets at so many units after the second second. */
  private static byte[] pcap(ByteOrder order, int magic, int... units) {
    ByteBuffer out = ByteBuffer.allocate(24 + units.length * 18).order(order);
    out.putInt(magic).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0).putInt(65_535).putInt(1);
    for (int unit : units) {
      out.putInt(2).putInt(unit).putInt(2).putInt(60).putShort((short) 0);
    }
    return out.array();
  }

  /** A section, an interface with an if_tsresol unless it is negative, and a packet at so many units. */
  private static byte[] pcapng(ByteOrder order, int resolution, long units) {
    int options = resolution < 0 ? 0 : 12;
    ByteBuffer out = ByteBuffer.allocate(28 + 20 + options + 32).order(order);
    out.putInt(0x0a0d0d0a).putInt(28).putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0).putLong(-1).putInt(28);
    out.putInt(1).putInt(20 + options).putShort((short) 1).putShort((short) 0).putInt(0);
    if (options > 0) {
      out.putShort((short) 9).putShort((short) 1).put((byte) resolution).put(new byte[3]).putInt(0);
    }
    out.putInt(20 + options);
    out.putInt(6).putInt(32).putInt(0).putInt((int) (units >> 32)).putInt((int) units).putInt(0).putInt(60).putInt(32);
    return out.array();
  }
}
