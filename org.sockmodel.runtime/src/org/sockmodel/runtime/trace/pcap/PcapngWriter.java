package org.sockmodel.runtime.trace.pcap;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.sockmodel.runtime.trace.NetTracepoints.NetDevQueue;
import org.sockmodel.runtime.trace.NetTracepoints.NetifReceiveSkb;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceWriter;
import org.sockmodel.runtime.trace.bytes.ByteOutput;
import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.bytes.LongTable;
import org.sockmodel.runtime.trace.bytes.OutputFile;

/**
 * Writes received ({@code netif_receive_skb}) and queued ({@code net_dev_queue}) packets as pcapng with nanoseconds:
 * device, direction, length, and CPU and buffer as a comment. Traces hold no packet data, so that no byte of a packet
 * is captured. Other events are left out. Source: draft-ietf-opsawg-pcapng.
 *
 * <pre>
 *   section header, then for each device an interface description before its first packet, then packets:
 *   type u32 | length u32 | body, padded to 4 | options: code u16, length u16, value padded to 4 | length u32
 * </pre>
 */
public final class PcapngWriter implements TraceWriter {

  private static final int SECTION_HEADER = 0x0A0D0D0A;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int ENHANCED_PACKET = 6;
  private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
  private static final int ETHERNET = 1;
  private static final int OPTION_COMMENT = 1;
  private static final int OPTION_FLAGS = 2;
  private static final int OPTION_NAME = 2;
  private static final int OPTION_TIME_RESOLUTION = 9;
  private static final int INBOUND = 1;
  private static final int OUTBOUND = 2;
  private static final int MAX_NAME_BYTES = 256;

  private final OutputFile file;
  private final byte[] block = new byte[1024];
  private int size;
  private final LongTable devices = new LongTable();

  /** Starts a file; what is there is replaced when this trace is complete. */
  public PcapngWriter(Path target) throws TraceException {
    this(OutputFile.create(target));
  }

  /** Writes to a stream, which is closed with the trace. */
  public PcapngWriter(OutputStream stream) {
    this(OutputFile.of(stream));
  }

  private PcapngWriter(OutputFile file) {
    this.file = file;
    begin(SECTION_HEADER);
    u32(BYTE_ORDER_MAGIC);
    u16(1);
    u16(0);
    u32(-1);
    u32(-1);
    end();
  }

  @Override
  public void accept(TraceEvent event) {
    if (event.tracepoint() == NetifReceiveSkb.TRACEPOINT) {
      packet(event, NetifReceiveSkb.DEV, NetifReceiveSkb.LEN, NetifReceiveSkb.SKBADDR, INBOUND);
    } else if (event.tracepoint() == NetDevQueue.TRACEPOINT) {
      packet(event, NetDevQueue.DEV, NetDevQueue.LEN, NetDevQueue.SKBADDR, OUTBOUND);
    }
  }

  @Override
  public void close() throws TraceException {
    file.close(() -> { });
  }

  @Override
  public void abort() {
    file.abort();
  }

  private void packet(TraceEvent event, int devField, int lenField, int skbField, int direction) {
    int device = device(event, event.has(devField) ? event.intValue(devField) : 0);
    begin(ENHANCED_PACKET);
    u32(device);
    u32((int) (event.timeNs() >>> 32));
    u32((int) event.timeNs());
    u32(0);
    u32(event.has(lenField) ? event.intValue(lenField) : 0);
    String comment = event.tracepoint().name() + " cpu=" + event.cpu()
        + (event.has(skbField) ? " skbaddr=" + Long.toHexString(event.value(skbField)) : "");
    option(OPTION_COMMENT, comment.getBytes(StandardCharsets.US_ASCII));
    option(OPTION_FLAGS, new byte[] {(byte) direction, 0, 0, 0});
    u32(0);
    end();
  }

  /** Number of the device's interface, which is described when it is met first. */
  private int device(TraceEvent event, int name) {
    int known = devices.get(name, -1);
    if (known >= 0) {
      return known;
    }
    int added = devices.size();
    devices.put(name, added);
    begin(INTERFACE_DESCRIPTION);
    u16(ETHERNET);
    u16(0);
    u32(0);
    option(OPTION_NAME, event.names().utf8(name));
    option(OPTION_TIME_RESOLUTION, new byte[] {9});
    u32(0);
    end();
    return added;
  }

  private void begin(int type) {
    size = 0;
    u32(type);
    u32(0);
  }

  private void end() {
    u32(size + 4);
    LittleEndian.put32(block, 4, size);
    ByteOutput out = file.out();
    out.put(block, 0, size);
  }

  private void option(int code, byte[] value) {
    int length = Math.min(value.length, MAX_NAME_BYTES);
    u16(code);
    u16(length);
    System.arraycopy(value, 0, block, size, length);
    size += length;
    while (size % 4 != 0) {
      block[size++] = 0;
    }
  }

  private void u16(int value) {
    LittleEndian.put16(block, size, value);
    size += 2;
  }

  private void u32(int value) {
    LittleEndian.put32(block, size, value);
    size += 4;
  }
}
