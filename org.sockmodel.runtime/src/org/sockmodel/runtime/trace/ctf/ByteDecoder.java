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
  static final int S8 = 3;
  static final int U8 = 4;
  static final int S16 = 5;
  static final int U16 = 6;
  static final int S32 = 7;
  static final int U32 = 8;
  static final int I64 = 9;
  static final int STRING = 10;
  static final int SKIP_STRING = 11;
  static final int COMM_STRING = 12;
  static final int CHARACTERS = 13;
  static final int COMM_CHARACTERS = 14;

  /** Added to an integer's operation when the value is the current task's thread id. */
  static final int TO_TID = 32;

  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;

  private final NameCache names;
  private int tid = TraceEvent.UNKNOWN_TID;
  private int comm = Names.EMPTY;

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
        case U32 -> {
          event.set(target, LittleEndian.i32(buffer, position) & 0xffffffffL);
          position += 4;
        }
        case S32 -> {
          event.set(target, LittleEndian.i32(buffer, position));
          position += 4;
        }
        case I64 -> {
          event.set(target, LittleEndian.i64(buffer, position));
          position += 8;
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
          position = rare(step, buffer, position, limit, packetStart, event);
          if (position < 0) {
            return UNDERFLOW;
          }
        }
      }
    }
    return UNDERFLOW;
  }

  private int rare(int step, byte[] buffer, int position, int limit, long packetStart, TraceEvent event) {
    int target = (step >> 8 & 0xff) - ByteProgram.TARGET_BIAS;
    int operation = step & 0xff;
    switch (operation) {
      case ALIGN:
        int align = step >>> 16;
        return position + (int) (packetStart - position & align - 1);
      case COMM_CHARACTERS:
        comm = characters(buffer, position, step >>> 16);
        return position + (step >>> 16);
      case SKIP_STRING:
      case COMM_STRING:
        int end = terminator(buffer, position, limit);
        if (end >= 0 && operation == COMM_STRING) {
          comm = names.intern(buffer, position, end - position);
        }
        return end < 0 ? UNDERFLOW : end + 1;
      default:
        return integer(operation, target, buffer, position, event);
    }
  }

  private int integer(int operation, int target, byte[] buffer, int position, TraceEvent event) {
    int width = operation & TO_TID - 1;
    long value = switch (width) {
      case S8 -> buffer[position];
      case U8 -> buffer[position] & 0xff;
      case S16 -> LittleEndian.i16(buffer, position);
      case U16 -> LittleEndian.i16(buffer, position) & 0xffff;
      case I64 -> LittleEndian.i64(buffer, position);
      default -> LittleEndian.i32(buffer, position);
    };
    if (operation >= TO_TID) {
      tid = (int) value;
    } else {
      event.set(target, value);
    }
    return position + (width <= U8 ? 1 : width <= U16 ? 2 : width == I64 ? 8 : 4);
  }

  private int characters(byte[] buffer, int position, int count) {
    if (count == CtfEventWriter.COMM_BYTES) {
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
