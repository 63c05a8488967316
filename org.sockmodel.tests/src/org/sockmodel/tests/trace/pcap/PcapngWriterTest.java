package org.sockmodel.tests.trace.pcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.NetDevQueue;
import org.sockmodel.runtime.trace.NetTracepoints.NetifReceiveSkb;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.pcap.PcapngWriter;

class PcapngWriterTest {

  @Test
  void shouldWritePacketsOfTwoDevicesInNanoseconds() throws Exception {
    Names names = new Names();
    TraceEvent event = new TraceEvent(names);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PcapngWriter writer = new PcapngWriter(out)) {
      event.begin(NetifReceiveSkb.TRACEPOINT, 0x1_0000_0002L, 1).set(NetifReceiveSkb.DEV, names.intern("eth0"));
      writer.accept(event.set(NetifReceiveSkb.SKBADDR, 0xffff888012345678L).set(NetifReceiveSkb.LEN, 92));
      writer.accept(event.begin(SoftirqEntry.TRACEPOINT, 0x1_0000_0003L, 1).set(SoftirqEntry.VEC, 3));
      event.begin(NetDevQueue.TRACEPOINT, 0x1_0000_0004L, 0).set(NetDevQueue.DEV, names.intern("lo"));
      writer.accept(event.set(NetDevQueue.SKBADDR, TraceEvent.ABSENT).set(NetDevQueue.LEN, 106));
    }
    assertEquals(List.of(
        "section",
        "interface 2=eth0 9=\t",
        "packet 0 at 4294967298 captured 0 of 92 1=netif_receive_skb cpu=1 skbaddr=ffff888012345678 2=\1\0\0\0",
        "interface 2=lo 9=\t",
        "packet 1 at 4294967300 captured 0 of 106 1=net_dev_queue cpu=0 2=\2\0\0\0"), blocks(out.toByteArray()));
  }

  private static List<String> blocks(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<String> blocks = new ArrayList<>();
    while (buffer.hasRemaining()) {
      int start = buffer.position();
      int type = buffer.getInt();
      int length = buffer.getInt();
      assertEquals(0, length % 4);
      assertEquals(length, buffer.getInt(start + length - 4));
      blocks.add(switch (type) {
        case 0x0A0D0D0A -> {
          assertEquals(0x1A2B3C4D, buffer.getInt());
          yield "section";
        }
        case 1 -> {
          assertEquals(1, buffer.getShort());
          buffer.position(buffer.position() + 6);
          yield "interface" + options(buffer);
        }
        default -> {
          assertEquals(6, type);
          int device = buffer.getInt();
          long time = (long) buffer.getInt() << 32 | buffer.getInt() & 0xffffffffL;
          yield "packet " + device + " at " + time + " captured " + buffer.getInt() + " of " + buffer.getInt()
              + options(buffer);
        }
      });
      assertTrue(start + length <= bytes.length);
      buffer.position(start + length);
    }
    return blocks;
  }

  private static String options(ByteBuffer buffer) {
    StringBuilder options = new StringBuilder();
    for (int code = buffer.getShort(); code != 0; code = buffer.getShort()) {
      byte[] value = new byte[buffer.getShort()];
      buffer.get(value);
      buffer.position(buffer.position() + 3 & ~3);
      options.append(' ').append(code).append('=').append(new String(value, StandardCharsets.ISO_8859_1));
    }
    return options.toString();
  }
}
