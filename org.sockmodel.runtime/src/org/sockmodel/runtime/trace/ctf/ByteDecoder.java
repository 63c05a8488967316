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
  private int tid = TraceEvent.UNKNOWN_TID;
  private int comm = Names.EMPTY;

  /** The last name in 16 bytes: most events are of the same task as the one before. */
  private long lastLow;
  private long lastHigh;
  private int lastComm = Names.EMPTY;

  ByteDecoder(NameCache names) {
    this.names = names;
  }

  int tid() {
    return tid;
  }

  int comm() {
    return comm;
  }

  /**
   * Decodes a structure.
   *
   * @param packetStart the position of the packet's first byte, which may lie before the buffer
   * @return the position after the structure, or {@link #UNDERFLOW}
   */
  int decode(ByteStretch[] stretches, byte[] buffer, int start, int limit, long packetStart, TraceEvent event) {
    if (stretches.length == 1 && stretches[0].ending == ByteStretch.Ending.NOTHING) {
      return decode(stretches[0], buffer, start, limit, event);
    }
    int position = start;
    for (ByteStretch stretch : stretches) {
      if (stretch.bytes > limit - position) {
        return UNDERFLOW;
      }
      values(stretch, buffer, position, event);
      position += stretch.bytes;
      if (stretch.ending != ByteStretch.Ending.NOTHING) {
        position = end(stretch, buffer, position, limit, packetStart, event);
        if (position < 0) {
          return UNDERFLOW;
        }
      }
    }
    return position;
  }

  /** Most structures are of one stretch. */
  private int decode(ByteStretch stretch, byte[] buffer, int start, int limit, TraceEvent event) {
    if (stretch.bytes > limit - start) {
      return UNDERFLOW;
    }
    values(stretch, buffer, start, event);
    return start + stretch.bytes;
  }

  private void values(ByteStretch stretch, byte[] buffer, int start, TraceEvent event) {
    if (stretch.tid != ByteStretch.NONE) {
      tid = (int) PackedInteger.value(buffer, start, stretch.tid);
    }
    if (stretch.comm != ByteStretch.NONE) {
      comm(buffer, start + (stretch.comm >>> 20), stretch.comm >>> 8 & 0xfff);
    }
    for (int integer : stretch.integers) {
      event.set(PackedInteger.field(integer), PackedInteger.value(buffer, start, integer));
    }
    for (int text : stretch.characters) {
      event.set(text & 0xff, characters(buffer, start + (text >>> 20), text >>> 8 & 0xfff));
    }
  }

  private int end(ByteStretch stretch, byte[] buffer, int position, int limit, long packetStart, TraceEvent event) {
    if (stretch.ending == ByteStretch.Ending.ALIGNMENT) {
      int aligned = position + (int) (packetStart - position & stretch.endingArgument - 1);
      return aligned <= limit ? aligned : UNDERFLOW;
    }
    int end = terminator(buffer, position, limit);
    if (end < 0) {
      return UNDERFLOW;
    }
    if (stretch.ending == ByteStretch.Ending.STRING) {
      event.set(stretch.endingArgument, names.intern(buffer, position, end - position));
    } else if (stretch.ending == ByteStretch.Ending.COMM_STRING) {
      comm = names.intern(buffer, position, end - position);
    }
    return end + 1;
  }

  private void comm(byte[] buffer, int position, int count) {
    if (count != CtfLayout.COMM_BYTES) {
      comm = characters(buffer, position, count);
      return;
    }
    long low = LittleEndian.i64(buffer, position);
    long high = LittleEndian.i64(buffer, position + Long.BYTES);
    if (low != lastLow || high != lastHigh) {
      lastComm = names.internPadded16(buffer, position);
      lastLow = low;
      lastHigh = high;
    }
    comm = lastComm;
  }

  private int characters(byte[] buffer, int position, int count) {
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
  private static int terminator(byte[] buffer, int start, int limit) {
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
