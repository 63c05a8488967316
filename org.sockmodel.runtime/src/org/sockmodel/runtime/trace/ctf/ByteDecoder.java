package org.sockmodel.runtime.trace.ctf;

import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.bytes.NameCache;

/**
 * Decodes structures of little-endian integers and texts on byte boundaries. Cost: one or two nanoseconds a field; no
 * allocation. It reads up to {@link ByteProgram#MAX_FIXED_BYTES} beyond the limit before it notices that the data
 * end, so the array must be that much longer.
 */
final class ByteDecoder {

  /** Returned when the data end too early. */
  static final int UNDERFLOW = -1;

  static final int END = 0;
  static final int SKIP = 1;
  static final int ALIGN = 2;
  static final int INTEGER = 3;
  static final int TID = 4;
  static final int STRING = 5;
  static final int SKIP_STRING = 6;
  static final int COMM_STRING = 7;
  static final int CHARACTERS = 8;
  static final int COMM_CHARACTERS = 9;
  /** The current task's name in as many bytes as the kernel has for one. */
  static final int COMM = 10;

  /** Places of an integer's sign and width in the argument of its step; its shift lies below. */
  static final int SIGN_BIT = 6;
  static final int WIDTH_BIT = 7;

  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;

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
   * Runs a program.
   *
   * @param packetStart the position of the packet's first byte, which may lie before the buffer
   * @return the position after the structure, or {@link #UNDERFLOW}
   */
  int decode(int[] code, byte[] buffer, int start, int limit, long packetStart, TraceEvent event) {
    int position = start;
    for (int step : code) {
      int target = (step >> 8 & 0xff) - ByteProgram.TARGET_BIAS;
      switch (step & 0xff) {
        case END -> {
          return position <= limit ? position : UNDERFLOW;
        }
        case SKIP -> position += step >>> 16;
        case INTEGER -> {
          event.set(target, integer(LittleEndian.i64(buffer, position), step >>> 16));
          position += step >>> 16 + WIDTH_BIT;
        }
        case TID -> {
          tid = (int) integer(LittleEndian.i64(buffer, position), step >>> 16);
          position += step >>> 16 + WIDTH_BIT;
        }
        case COMM -> {
          comm(buffer, position);
          position += CtfLayout.COMM_BYTES;
        }
        case CHARACTERS -> {
          event.set(target, characters(buffer, position, step >>> 16));
          position += step >>> 16;
        }
        case STRING -> {
          int end = terminator(buffer, position, limit);
          if (end < 0) {
            return UNDERFLOW;
          }
          event.set(target, names.intern(buffer, position, end - position));
          position = end + 1;
        }
        default -> {
          position = rare(step, buffer, position, limit, packetStart);
          if (position < 0) {
            return UNDERFLOW;
          }
        }
      }
    }
    return UNDERFLOW;
  }

  /** The integer of a shape at the beginning of a word. It has no branches: which shapes follow is hard to foresee. */
  private static long integer(long word, int shape) {
    long value = word << shape >>> shape;
    long sign = (long) (shape >>> SIGN_BIT & 1) << ~shape;
    return (value ^ sign) - sign;
  }

  private int rare(int step, byte[] buffer, int position, int limit, long packetStart) {
    int argument = step >>> 16;
    switch (step & 0xff) {
      case ALIGN:
        return position + (int) (packetStart - position & argument - 1);
      case COMM_CHARACTERS:
        comm = characters(buffer, position, argument);
        return position + argument;
      default:
        int end = terminator(buffer, position, limit);
        if (end >= 0 && (step & 0xff) == COMM_STRING) {
          comm = names.intern(buffer, position, end - position);
        }
        return end < 0 ? UNDERFLOW : end + 1;
    }
  }

  private void comm(byte[] buffer, int position) {
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
      long word = LittleEndian.i64(buffer, position);
      long zeros = word - ONES & ~word & TOPS;
      if (zeros != 0) {
        int end = position + (Long.numberOfTrailingZeros(zeros) >>> 3);
        return end < limit ? end : -1;
      }
    }
    return -1;
  }
}
