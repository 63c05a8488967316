package org.sockmodel.runtime.trace.ctf;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * The current packet of a stream: where it begins and ends in the window, which CPU recorded it, and how many events
 * were lost before it. Positions are bits from the beginning of the window.
 */
final class CtfPacket {

  private static final long MAGIC = 0xC1FC1FC1L;

  private final CtfDecoding decoding;
  private final StreamBuffer buffer;
  private final BitDecoder decoder;
  private final Consumer<String> damaged;

  private StreamLayout layout;
  private long nextStart;
  private long startBit;
  private long firstEventBit;
  private long contentEndBit;
  private long timestampEnd;
  private long discarded;
  private long number = -1;
  private long lost;
  private int cpu;
  private long beginTicks;
  /** What the first packet of the file tells. */
  private long firstDiscarded = -1;
  private long firstNumber = -1;

  CtfPacket(CtfDecoding decoding, StreamBuffer buffer, BitDecoder decoder, Consumer<String> damaged) {
    this.decoding = decoding;
    this.buffer = buffer;
    this.decoder = decoder;
    this.damaged = damaged;
  }

  StreamLayout layout() {
    return layout;
  }

  int cpu() {
    return cpu;
  }

  long startBit() {
    return startBit;
  }

  long firstEventBit() {
    return firstEventBit;
  }

  long contentEndBit() {
    return contentEndBit;
  }

  /** Tells streams of the same class and CPU apart; 0 if the trace does not. */
  long instance() {
    return decoding.hasInstance() ? decoder.slot(DecodePlan.SLOT_STREAM_INSTANCE) : 0;
  }

  /** The number of the packet in its stream, from 0; -1 if the trace has none. */
  long number() {
    return number;
  }

  /** When the packet began, on the trace's clock. */
  long beginTicks() {
    return beginTicks;
  }

  /**
   * Is told the last packet of the file that the tracer filled before this one; of what this file's first packet says
   * that its stream lost until then, only what is more than that packet says was lost between the two.
   */
  void goOnFrom(CtfPacket last) {
    boolean numbered = last.number >= 0 && firstNumber >= 0;
    if (numbered && firstNumber <= last.number || firstDiscarded < last.discarded) {
      return;
    }
    lost -= last.discarded;
    if (numbered) {
      lost += firstNumber - last.number - 1;
    }
  }

  /** Whether a time stamp is later than the packet says its last event is. */
  boolean isAfterEnd(long clock) {
    return clock > timestampEnd;
  }

  /** Whether events were lost of which nobody took the number. */
  boolean hasLost() {
    return lost > 0;
  }

  /** Events lost since the last call. */
  long takeLost() {
    long taken = lost;
    lost = 0;
    return taken;
  }

  /** Is told that the window was moved on by so many bytes. */
  void moved(long bytes) {
    startBit -= bytes * 8;
    contentEndBit -= bytes * 8;
    firstEventBit -= bytes * 8;
  }

  /**
   * Opens the next packet whose header makes sense; false at the end of the file or where nothing makes sense.
   *
   * @param clock the clock at the end of the packet before, which times of less than 64 bits go on from; 0 at first
   */
  boolean openNext(long clock) throws IOException {
    while (nextStart < buffer.fileSize()) {
      long start = nextStart;
      buffer.reach(start, CtfStream.LOOK_AHEAD_BYTES);
      startBit = (start - buffer.start()) * 8;
      contentEndBit = 0;
      if (!readContext()) {
        nextStart = Long.MAX_VALUE;
        return false;
      }
      if (sizes(start, clock)) {
        return true;
      }
    }
    return false;
  }

  private boolean readContext() {
    long limit = buffer.end() * 8L;
    decoder.setClock(0);
    if (!decoder.decode(decoding.packetHeader().bits(), buffer.bytes(), startBit, limit, startBit, null)) {
      damaged.accept("ends within the header of a packet");
      return false;
    }
    if (decoding.hasMagic() && (decoder.slot(DecodePlan.SLOT_MAGIC) & 0xffffffffL) != MAGIC) {
      damaged.accept("holds no packet where one should begin");
      return false;
    }
    StreamLayout found = decoding.layout(decoder.slot(DecodePlan.SLOT_STREAM_ID));
    if (found == null) {
      damaged.accept("holds a packet of the unknown stream " + decoder.slot(DecodePlan.SLOT_STREAM_ID));
      return false;
    }
    if (!decoder.decode(found.packetContext().bits(), buffer.bytes(), startBit, limit, startBit, null)) {
      damaged.accept("ends within the header of a packet");
      return false;
    }
    layout = found;
    firstEventBit = decoder.bit();
    return true;
  }

  /** Looks at what the packet says of itself; false if its events are to be passed over. */
  private boolean sizes(long start, long clock) {
    long remaining = (buffer.fileSize() - start) * 8;
    long size = slotOr(DecodePlan.SLOT_PACKET_SIZE, remaining);
    long headerBits = firstEventBit - startBit;
    if (size < headerBits || size % 8 != 0) {
      damaged.accept("holds a packet of the impossible size of " + size + " bits");
      nextStart = Long.MAX_VALUE;
      return false;
    }
    boolean cut = size > remaining;
    nextStart = cut ? Long.MAX_VALUE : start + size / 8;
    long content = slotOr(DecodePlan.SLOT_CONTENT_SIZE, size);
    if (content < headerBits || content > size) {
      damaged.accept("holds a packet of " + size + " bits with the impossible content of " + content + " bits");
      return false;
    }
    if (cut) {
      damaged.accept("is cut within a packet");
    }
    contentEndBit = startBit + Math.min(content, remaining);
    return context(clock);
  }

  private boolean context(long clock) {
    long cpuId = slotOr(DecodePlan.SLOT_CPU_ID, 0);
    if (cpuId < 0 || cpuId >= CtfWriter.MAX_CPUS) {
      damaged.accept("holds a packet of the impossible CPU " + cpuId);
      contentEndBit = 0;
      return false;
    }
    cpu = (int) cpuId;
    countLost();
    long begin = time(DecodePlan.SLOT_TIMESTAMP_BEGIN, clock);
    long end = time(DecodePlan.SLOT_TIMESTAMP_END, begin);
    beginTicks = begin;
    decoder.setClock(begin);
    boolean told = slotOr(DecodePlan.SLOT_TIMESTAMP_END, 0) != 0 && decoding.tellsEnds();
    timestampEnd = told && end >= begin ? end : Long.MAX_VALUE;
    return true;
  }

  /** A packet that is missing between two held one event at least; what was before the first is not known. */
  private void countLost() {
    long counter = slotOr(DecodePlan.SLOT_EVENTS_DISCARDED, discarded);
    if (counter > discarded) {
      lost += counter - discarded;
      discarded = counter;
    }
    long next = slotOr(DecodePlan.SLOT_PACKET_NUMBER, -1);
    if (number >= 0 && next > number + 1) {
      lost += next - number - 1;
    }
    number = next;
    if (firstDiscarded < 0) {
      firstDiscarded = discarded;
      firstNumber = number;
    }
  }

  /** A time of the packet, which its layout may tell with few bits or not at all: the first one from the clock on. */
  private long time(int slot, long clock) {
    int bits = layout.bits(slot);
    return bits == 0 ? clock : BitDecoder.advance(clock, decoder.slot(slot), bits);
  }

  private long slotOr(int slot, long otherwise) {
    return layout.tells(slot) ? decoder.slot(slot) : otherwise;
  }
}
