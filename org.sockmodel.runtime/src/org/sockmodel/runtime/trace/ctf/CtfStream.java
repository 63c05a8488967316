package org.sockmodel.runtime.trace.ctf;

import java.io.IOException;
import java.nio.file.Path;
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

  /** Events with a short header that begin before it need no look at the window; then the widths of the header. */
  private long easyBit;
  private int idMask;
  private int idBits;
  private int timeBits;
  private long clock;
  private CtfEventClass eventClass;
  private long eventId;
  private boolean emptyHeader;
  /** Whether an event came before the current packet. */
  private boolean begun;
  /** Whether there is no further event, and then whether all that was lost until then is told. */
  private boolean ended;
  private boolean told;
  /** The files of the same stream before and after this one, as long as what was lost between them is not known. */
  private CtfStream before;
  private CtfStream after;

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

  /** Opens the first packet; false if none makes sense. */
  boolean openFirstPacket() {
    try {
      return openPacket();
    } catch (IOException e) {
      damaged("cannot be read on: " + e.getMessage());
      return false;
    }
  }

  /** The current packet. */
  CtfPacket packet() {
    return packet;
  }

  /** Is told which file the tracer began when this one was full. */
  void setAfter(CtfStream file) {
    after = file;
    file.before = this;
  }

  @Override
  protected boolean next() {
    if (bit >= easyBit) {
      return search();
    }
    int position = (int) (bit + 7 >> 3);
    long word = LittleEndian.i64(buffer.bytes(), position);
    int id = (int) word & idMask;
    CtfEventClass found = id == idMask ? null : layout.event(id);
    long ticks = BitDecoder.advance(clock, word >>> idBits, timeBits);
    long now = decoding.nanoseconds(ticks);
    if (found == null || now < timeNs || packet.isAfterEnd(ticks)) {
      return search();
    }
    bit = position * 8L + idBits + timeBits;
    clock = ticks;
    timeNs = now;
    eventClass = found;
    return true;
  }

  /** Goes to the next event, wherever it is and whatever its header looks like. */
  private boolean search() {
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
    goOnFromBefore();
    if (packet.hasLost()) {
      tellOwnLost(sink);
    }
    CtfEventClass found = eventClass;
    event.begin(found.tracepoint(), timeNs, packet.cpu());
    ByteStretch bytes = found.plan().bytes();
    if (bytes != null && decodeBytes(bytes, event) || decodeElsewise(event)) {
      if (!found.leftOut()) {
        found.complete(event);
        statistics.event(packet.cpu(), timeNs);
        sink.accept(event);
      }
    } else {
      bit = packet.contentEndBit();
    }
  }

  /** Tells what was lost before the end of this file, and of those after it that hold no event. */
  @Override
  protected void tellLost(TraceSink sink) {
    ended = true;
    CtfStream file = this;
    while (file != null && file.ended && (file.before == null || file.before.told)) {
      file.goOnFromBefore();
      file.tellOwnLost(sink);
      file.told = true;
      file = file.after;
    }
  }

  /** Counts on from the file before, unless that has later events and therefore is of another stream. */
  private void goOnFromBefore() {
    if (before == null) {
      return;
    }
    if (before.told) {
      packet.goOnFrom(before.packet);
      begun |= before.begun || before.eventClass != null;
    } else {
      before.after = null;
    }
    before = null;
  }

  private void tellOwnLost(TraceSink sink) {
    long lost = packet.takeLost();
    if (lost > 0) {
      if (begun) {
        statistics.lost(lost);
      } else {
        statistics.lostBeforeFirst(lost);
      }
      sink.lost(packet.cpu(), lost);
    }
  }

  @Override
  public void close() throws IOException {
    buffer.close();
  }

  private boolean openPacket() throws IOException {
    begun |= eventClass != null;
    if (!packet.openNext(clock)) {
      return false;
    }
    statistics.atLeastCpus(packet.cpu() + 1);
    layout = packet.layout();
    headerShape = layout.headerShape();
    idBits = headerShape.idBits;
    timeBits = headerShape.timeBits;
    idMask = (1 << idBits) - 1;
    emptyHeader = false;
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
    long behind = limitBit < packet.contentEndBit() ? LOOK_AHEAD_BYTES * 8L : Long.SIZE;
    easyBit = headerShape.isShort() ? limitBit - behind : 0;
    byteDecoder.setWindow(buffer.bytes(), (int) (limitBit >> 3), packet.startBit() >> 3);
  }

  private boolean header() throws IOException {
    boolean read = switch (headerShape) {
      case COMPACT, LARGE -> shortHeader();
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

  private boolean shortHeader() {
    byte[] bytes = buffer.bytes();
    int position = (int) (bit + 7 >> 3);
    long word = LittleEndian.i64(bytes, position);
    eventId = word & idMask;
    if (eventId == idMask) {
      int after = position + (idBits + 7 >> 3);
      eventId = LittleEndian.i32(bytes, after) & 0xffffffffL;
      clock = LittleEndian.i64(bytes, after + Integer.BYTES);
      bit = (after + Integer.BYTES + Long.BYTES) * 8L;
    } else {
      clock = BitDecoder.advance(clock, word >>> idBits, timeBits);
      bit = position * 8L + idBits + timeBits;
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
    emptyHeader = bit == bitDecoder.bit();
    bit = bitDecoder.bit();
    eventId = bitDecoder.slot(DecodePlan.SLOT_EVENT_ID);
    clock = bitDecoder.clock();
    return true;
  }

  /** Decodes the fields bit by bit, or after the window was moved on; false if they are not all there. */
  private boolean decodeElsewise(TraceEvent event) {
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

  private boolean decode(TraceEvent event) {
    DecodePlan plan = eventClass.plan();
    return plan.bytes() != null ? decodeBytes(plan.bytes(), event) : decodeBits(plan.bits(), event);
  }

  private boolean decodeBytes(ByteStretch first, TraceEvent event) {
    int end = byteDecoder.decode(first, (int) (bit >> 3), event);
    if (end == ByteDecoder.UNDERFLOW) {
      return false;
    }
    bit = end * 8L;
    return true;
  }

  private boolean decodeBits(int[] code, TraceEvent event) {
    if (!bitDecoder.decode(code, buffer.bytes(), bit, limitBit, packet.startBit(), event)) {
      return false;
    }
    if (emptyHeader && bit == bitDecoder.bit()) {
      // An event of no bits would follow itself for ever.
      return false;
    }
    bit = bitDecoder.bit();
    return true;
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
