package org.sockmodel.runtime.trace.pcap;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.sockmodel.runtime.trace.TraceException;

/**
 * Reads when packets were captured from a pcap or pcapng file, of either byte order, in microseconds or nanoseconds or
 * what a pcapng interface says. What the packets hold is skipped. Sources: draft-ietf-opsawg-pcap and -pcapng.
 */
public final class PcapTimes {

  private static final int PCAP_US = 0xa1b2c3d4;
  private static final int PCAP_NS = 0xa1b23c4d;
  private static final int SECTION_HEADER = 0x0a0d0d0a;
  private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int ENHANCED_PACKET = 6;
  private static final int OPTION_TIME_RESOLUTION = 9;
  private static final int POWER_OF_TWO = 0x80;
  private static final int MOST_BLOCK_BYTES = 1 << 24;
  private static final long NS_PER_S = 1_000_000_000L;

  private final String name;
  private final InputStream in;
  private final LongConsumer times;
  private final List<BigInteger> unitsPerSecond = new ArrayList<>();
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  private PcapTimes(String name, InputStream in, LongConsumer times) {
    this.name = name;
    this.in = in;
    this.times = times;
  }

  /** Whether a file begins as pcap or pcapng does. */
  public static boolean recognizes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4);
      return head.length == 4 && (orderOf(head, PCAP_US) != null || orderOf(head, PCAP_NS) != null
          || orderOf(head, SECTION_HEADER) != null);
    }
  }

  /**
   * Tells the time of every packet, in ns since the epoch, in the order of the file. A file that is cut short ends with
   * its last whole packet.
   *
   * @throws TraceException if the file is damaged; the message names it
   */
  public static void read(Path file, LongConsumer times) throws IOException, TraceException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      new PcapTimes(file.toString(), in, times).read();
    } catch (EOFException e) {
      // Cut short.
    }
  }

  private void read() throws IOException, TraceException {
    byte[] magic = bytes(4);
    if (orderOf(magic, SECTION_HEADER) != null) {
      section();
      while (true) {
        block(u32(bytes(4)));
      }
    }
    boolean nanoseconds = orderOf(magic, PCAP_NS) != null;
    order = nanoseconds ? orderOf(magic, PCAP_NS) : orderOf(magic, PCAP_US);
    bytes(20);
    while (true) {
      ByteBuffer header = ByteBuffer.wrap(bytes(16)).order(order);
      final long seconds = header.getInt() & 0xffffffffL;
      final long fraction = header.getInt() & 0xffffffffL;
      bytes(length(header.getInt()));
      times.accept(seconds * NS_PER_S + (nanoseconds ? fraction : fraction * 1_000));
    }
  }

  /** A section header after its type: the byte order of all that follows, and no interfaces yet. */
  private void section() throws IOException, TraceException {
    byte[] length = bytes(4);
    order = orderOf(bytes(4), BYTE_ORDER_MAGIC);
    if (order == null) {
      throw new TraceException(name + " is damaged: its byte order cannot be told");
    }
    bytes(length(u32(length)) - 12);
    unitsPerSecond.clear();
  }

  private void block(int type) throws IOException, TraceException {
    if (type == SECTION_HEADER) {
      section();
      return;
    }
    int length = length(u32(bytes(4)));
    ByteBuffer body = ByteBuffer.wrap(bytes(length - 8)).order(order);
    if (type == INTERFACE_DESCRIPTION && length >= 20) {
      unitsPerSecond.add(resolution(body));
    } else if (type == ENHANCED_PACKET && length >= 32) {
      packet(body);
    }
  }

  private void packet(ByteBuffer body) throws TraceException {
    int port = body.getInt();
    if (port < 0 || port >= unitsPerSecond.size()) {
      throw new TraceException(name + " is damaged: a packet is of interface " + port + ", which is not described");
    }
    BigInteger units = BigInteger.valueOf(body.getInt() & 0xffffffffL).shiftLeft(32)
        .add(BigInteger.valueOf(body.getInt() & 0xffffffffL));
    times.accept(units.multiply(BigInteger.valueOf(NS_PER_S)).divide(unitsPerSecond.get(port)).longValue());
  }

  /** How many units of time an interface counts in a second; a million unless an option says so. */
  private static BigInteger resolution(ByteBuffer body) {
    body.position(8);
    while (body.remaining() >= 8) {
      int option = body.getShort();
      int length = body.getShort() & 0xffff;
      if (option == OPTION_TIME_RESOLUTION && length == 1) {
        int value = body.get() & 0xff;
        return (value & POWER_OF_TWO) == 0 ? BigInteger.TEN.pow(value) : BigInteger.TWO.pow(value - POWER_OF_TWO);
      }
      body.position(Math.min(body.limit(), body.position() + (length + 3) / 4 * 4));
    }
    return BigInteger.valueOf(1_000_000);
  }

  private int length(int stated) throws TraceException {
    if (stated < 0 || stated > MOST_BLOCK_BYTES) {
      throw new TraceException(name + " is damaged: something in it is " + (stated & 0xffffffffL) + " bytes long");
    }
    return stated;
  }

  private int u32(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(order).getInt();
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(Math.max(0, count));
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  /** The byte order in which {@code bytes} are {@code magic}; null if they are not. */
  private static ByteOrder orderOf(byte[] bytes, int magic) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (buffer.order(ByteOrder.BIG_ENDIAN).getInt(0) == magic) {
      return ByteOrder.BIG_ENDIAN;
    }
    return buffer.order(ByteOrder.LITTLE_ENDIAN).getInt(0) == magic ? ByteOrder.LITTLE_ENDIAN : null;
  }
}
