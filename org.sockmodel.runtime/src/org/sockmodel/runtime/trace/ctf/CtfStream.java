package org.sockmodel.runtime.trace.ctf;

import java.io.IOException;
import java.nio.file.Path;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.merge.TimedStream;

/**
 * One stream file of a trace: finds the header of its next event, so that streams can be merged by time, and decodes
 * the event when its turn has come. Damage ends the packet or the stream, with a warning in the statistics.
 */
final class CtfStream extends TimedStream implements AutoCloseable {

  /** So many bytes are in the window before an event is decoded, if the file has them. */
  static final int LOOK_AHEAD_BYTES = 4096;

  private final String name;
  private final CtfDecoding decoding;
  private final TraceStatistics statistics;
  private final StreamBuffer buffer;
  private final CtfPacket packet;
  private final ByteDecoder byteDecoder;
  private final BitDecoder bitDecoder;

  /** Where the next header, or after {@link #next} the next event's fields, begin in the window. */
  private long bit;
  private long limitBit;
  private StreamLayout layout;
  private HeaderShape headerShape;
  private long clock;
  private CtfEventClass eventClass;
  private long eventId;
  private boolean emptyHeader;

  CtfStream(Path file, CtfDecoding decoding, TraceStatistics statistics, int bufferBytes) throws IOException {
    this.name = file.getFileName().toString();
    this.decoding = decoding;
    this.statistics = statistics;
    this.buffer = new StreamBuffer(file, bufferBytes);
    this.byteDecoder = new ByteDecoder(decoding.names());
    this.bitDecoder = new BitDecoder(decoding.names());
    bitDecoder.reserveSlots(decoding.slots());
    this.packet = new CtfPacket(decoding, buffer, bitDecoder, this::damaged);
  }

  @Override
  protected boolean next() {
    try {
      while (true) {
        if (bit < packet.contentEndBit()) {
          if (limitBit - bit < LOOK_AHEAD_BYTES * 8L && limitBit < packet.contentEndBit()) {
            refill();
          }
          if (header()) {
            return true;
          }
          bit = packet.contentEndBit();
        } else if (!openPacket()) {
          return false;
        }
      }
    } catch (IOException e) {
      damaged("cannot be read on: " + e.getMessage());
      return false;
    }
  }

  @Override
  protected void deliver(TraceEvent event, TraceSink sink) {
    tellLost(sink);
    event.begin(eventClass.tracepoint(), timeNs, packet.cpu());
    if (!eventClass.covers()) {
      event.clear();
    }
    if (!decodeWhole(event)) {
      bit = packet.contentEndBit();
      return;
    }
    if (eventClass.needsRepair()) {
      repair(event);
    }
    statistics.event(packet.cpu(), timeNs);
    sink.accept(event);
  }

  @Override
  protected void tellLost(TraceSink sink) {
    long lost = packet.takeLost();
    if (lost > 0) {
      statistics.lost(lost);
      sink.lost(packet.cpu(), lost);
    }
  }

  @Override
  public void close() throws IOException {
    buffer.close();
  }

  private boolean openPacket() throws IOException {
    if (!packet.openNext()) {
      return false;
    }
    statistics.atLeastCpus(packet.cpu() + 1);
    layout = packet.layout();
    headerShape = layout.headerShape();
    bit = packet.firstEventBit();
    clock = bitDecoder.clock();
    updateLimit();
    return true;
  }

  /** Moves the window so that it begins near the current position; false if it cannot hold more. */
  private boolean refill() throws IOException {
    long from = bit >> 3;
    boolean moved = buffer.moveTo(buffer.start() + from);
    bit -= from * 8;
    packet.moved(from);
    updateLimit();
    return moved;
  }

  private void updateLimit() {
    limitBit = Math.min(buffer.end() * 8L, packet.contentEndBit());
  }

  private boolean header() throws IOException {
    long before = bit;
    boolean read = switch (headerShape) {
      case COMPACT -> compactHeader();
      case LARGE -> largeHeader();
      case PLAIN -> plainHeader();
      case WIDE -> wideHeader();
      case OTHER -> otherHeader();
    };
    if (!read || bit > limitBit) {
      damaged("ends within an event");
      return false;
    }
    eventClass = layout.event(eventId);
    if (eventClass == null) {
      damaged("holds an event of the unknown id " + eventId);
      return false;
    }
    emptyHeader = bit == before;
    return time();
  }

  private boolean time() {
    if (packet.isAfterEnd(clock)) {
      damaged("holds an event that is later than the end of its packet");
      return false;
    }
    long now = decoding.nanoseconds(clock);
    if (now < timeNs) {
      warn("holds an event that is earlier than the one before; it got the time of that");
      return true;
    }
    timeNs = now;
    return true;
  }

  private boolean compactHeader() {
    byte[] bytes = buffer.bytes();
    int position = (int) (bit + 7 >> 3);
    int word = LittleEndian.i32(bytes, position);
    int id = word & CtfLayout.EXTENDED;
    if (id == CtfLayout.EXTENDED) {
      eventId = LittleEndian.i32(bytes, position + 1) & 0xffffffffL;
      clock = LittleEndian.i64(bytes, position + 5);
      bit = (position + CtfLayout.EXTENDED_BYTES) * 8L;
    } else {
      eventId = id;
      clock = BitDecoder.advance(clock, word >>> CtfLayout.ID_BITS, CtfLayout.TIMESTAMP_BITS);
      bit = (position + 4) * 8L;
    }
    return true;
  }

  private boolean largeHeader() {
    byte[] bytes = buffer.bytes();
    int position = (int) (bit + 7 >> 3);
    int id = LittleEndian.i16(bytes, position) & 0xffff;
    if (id == 0xffff) {
      eventId = LittleEndian.i32(bytes, position + 2) & 0xffffffffL;
      clock = LittleEndian.i64(bytes, position + 6);
      bit = (position + 14) * 8L;
    } else {
      eventId = id;
      clock = BitDecoder.advance(clock, LittleEndian.i32(bytes, position + 2) & 0xffffffffL, 32);
      bit = (position + 6) * 8L;
    }
    return true;
  }

  private boolean plainHeader() {
    byte[] bytes = buffer.bytes();
    int position = (int) (bit + 7 >> 3);
    eventId = LittleEndian.i32(bytes, position) & 0xffffffffL;
    clock = LittleEndian.i64(bytes, position + 4);
    bit = (position + 12) * 8L;
    return true;
  }

  private boolean wideHeader() {
    byte[] bytes = buffer.bytes();
    int position = (int) (bit + 7 >> 3);
    eventId = LittleEndian.i64(bytes, position);
    clock = LittleEndian.i64(bytes, position + 8);
    bit = (position + 16) * 8L;
    return true;
  }

  private boolean otherHeader() {
    bitDecoder.setClock(clock);
    bitDecoder.setSlot(DecodePlan.SLOT_EVENT_ID, 0);
    int[] code = layout.eventHeader().bits();
    if (!bitDecoder.decode(code, buffer.bytes(), bit, limitBit, packet.startBit(), null)) {
      return false;
    }
    bit = bitDecoder.bit();
    eventId = bitDecoder.slot(DecodePlan.SLOT_EVENT_ID);
    clock = bitDecoder.clock();
    return true;
  }

  /** Decodes the fields, moving the window on as need be; false if that cannot be done. */
  private boolean decodeWhole(TraceEvent event) {
    try {
      while (!decode(event)) {
        if (limitBit == packet.contentEndBit() || !refill()) {
          damaged("ends within an event");
          return false;
        }
      }
    } catch (IOException e) {
      damaged("cannot be read on: " + e.getMessage());
      return false;
    }
    return true;
  }

  /** Decodes the fields; false if the window does not hold them all. */
  private boolean decode(TraceEvent event) {
    DecodePlan plan = eventClass.plan();
    if (plan.bytes() != null) {
      int end = byteDecoder.decode(plan.bytes(), buffer.bytes(), (int) (bit >> 3), (int) (limitBit >> 3),
          packet.startBit() >> 3, event);
      if (end < 0) {
        return false;
      }
      bit = end * 8L;
      if (eventClass.tellsTask()) {
        event.task(byteDecoder.tid(), eventClass.tellsComm() ? byteDecoder.comm() : Names.EMPTY);
      }
      return true;
    }
    if (!bitDecoder.decode(plan.bits(), buffer.bytes(), bit, limitBit, packet.startBit(), event)) {
      return false;
    }
    if (emptyHeader && bit == bitDecoder.bit()) {
      // An event of no bits would follow itself for ever.
      return false;
    }
    bit = bitDecoder.bit();
    if (eventClass.tellsTask()) {
      event.task(bitDecoder.tid(), eventClass.tellsComm() ? bitDecoder.comm() : Names.EMPTY);
    }
    return true;
  }

  private void repair(TraceEvent event) {
    for (int field : eventClass.biasedFields()) {
      event.set(field, event.value(field) + CtfEventNames.PRIO_BIAS);
    }
    for (int field : eventClass.numberedTexts()) {
      event.set(field, event.names().intern("0x" + Long.toHexString(event.value(field))));
    }
  }

  private void damaged(String what) {
    statistics.unparsed();
    warn(what);
  }

  private void warn(String what) {
    statistics.warn(name + " " + what + " (near byte " + (buffer.start() + Math.max(0, bit >> 3))
        + "); what could be read was read");
  }
}
