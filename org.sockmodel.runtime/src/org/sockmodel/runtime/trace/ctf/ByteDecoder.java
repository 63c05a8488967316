package org.sockmodel.runtime.trace.ctf;

import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.bytes.NameCache;
import org.sockmodel.runtime.trace.bytes.PackedInteger;
import org.sockmodel.runtime.trace.bytes.Words;

/**
 * Decodes structures of little-endian integers and texts on byte boundaries. Cost: one or two nanoseconds a field; no
 * allocation. Whole words are read, also of shorter integers and texts, so the array must be longer than the data by
 * {@link #SLACK}.
 */
final class ByteDecoder {

  /** Returned when the data end too early. */
  static final int UNDERFLOW = -1;

  /** Bytes that are read too far at most. */
  static final int SLACK = Math.max(Long.BYTES, NameCache.SLACK) + CtfLayout.COMM_BYTES;

  private final NameCache names;
  private byte[] buffer;
  private int limit;
  private long packetStart;

  /** The last task's name in 16 bytes: most events are of the same task as the one before. */
  private long lastLow;
  private long lastHigh;
  private int lastComm = Names.EMPTY;

  ByteDecoder(NameCache names) {
    this.names = names;
  }

  /**
   * Says where structures lie from now on.
   *
   * @param newLimit the position behind the last byte
   * @param newPacketStart the position of the packet's first byte, which may lie before the buffer
   */
  void setWindow(byte[] newBuffer, int newLimit, long newPacketStart) {
    buffer = newBuffer;
    limit = newLimit;
    packetStart = newPacketStart;
  }

  /** Decodes a structure; the position after it, or {@link #UNDERFLOW}. */
  int decode(ByteStretch first, int start, TraceEvent event) {
    int position = start;
    ByteStretch stretch = first;
    do {
      if (stretch.bytes > limit - position) {
        return UNDERFLOW;
      }
      if (stretch.tid >= 0) {
        event.task(LittleEndian.i32(buffer, position + stretch.tid), event.comm());
      }
      if (stretch.comm >= 0) {
        event.task(event.tid(), comm(position + stretch.comm));
      }
      for (int integer : stretch.integers) {
        event.set(PackedInteger.field(integer), PackedInteger.value(buffer, position, integer));
      }
      for (int text : stretch.characters) {
        event.set(text & 0xff, characters(position + (text >>> 20), text >>> 8 & 0xfff));
      }
      position += stretch.bytes;
      if (stretch.ending != ByteStretch.Ending.NOTHING) {
        position = end(stretch, position, event);
      }
      stretch = stretch.next;
    } while (stretch != null && position >= 0);
    return position;
  }

  private int end(ByteStretch stretch, int position, TraceEvent event) {
    if (stretch.ending == ByteStretch.Ending.ALIGNMENT) {
      int aligned = position + (int) (packetStart - position & stretch.endingArgument - 1);
      return aligned <= limit ? aligned : UNDERFLOW;
    }
    long word = LittleEndian.i64(buffer, position);
    if (!stretch.isAgain(word)) {
      int end = terminator(position);
      if (end < 0) {
        return UNDERFLOW;
      }
      boolean skipped = stretch.ending == ByteStretch.Ending.SKIPPED_STRING;
      stretch.keep(word, end - position, skipped ? Names.EMPTY : names.intern(buffer, position, end - position));
    }
    if (stretch.ending == ByteStretch.Ending.STRING) {
      event.set(stretch.endingArgument, stretch.lastText);
    } else if (stretch.ending == ByteStretch.Ending.COMM_STRING) {
      event.task(event.tid(), stretch.lastText);
    }
    int end = position + stretch.lastLength;
    return end < limit ? end + 1 : UNDERFLOW;
  }

  private int comm(int position) {
    long low = LittleEndian.i64(buffer, position);
    long high = LittleEndian.i64(buffer, position + Long.BYTES);
    if (low != lastLow || high != lastHigh) {
      lastComm = names.internPadded16(buffer, position);
      lastLow = low;
      lastHigh = high;
    }
    return lastComm;
  }

  private int characters(int position, int count) {
    if (count == CtfLayout.COMM_BYTES) {
      return names.internPadded16(buffer, position);
    }
    int length = 0;
    while (length < count && buffer[position + length] != 0) {
      length++;
    }
    return names.intern(buffer, position, length);
  }

  /** Position of the next NUL byte, or -1; looks at eight bytes at a time. */
  private int terminator(int start) {
    for (int position = start; position < limit; position += 8) {
      long zeros = Words.zeros(LittleEndian.i64(buffer, position));
      if (zeros != 0) {
        int end = position + Words.first(zeros);
        return end < limit ? end : -1;
      }
    }
    return -1;
  }
}
