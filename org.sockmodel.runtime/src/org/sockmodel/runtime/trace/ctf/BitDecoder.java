package org.sockmodel.runtime.trace.ctf;

import java.util.Arrays;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.bytes.NameCache;

/**
 * Decodes any structure of CTF 1.8, bit by bit where need be: it is there for completeness, {@link ByteDecoder} for
 * speed. It keeps the values that other fields refer to in slots and moves the stream's clock.
 */
final class BitDecoder {

  static final int END = 0;
  static final int ALIGN = 1;
  static final int SKIP = 2;
  static final int INTEGER = 3;
  static final int STRING = 4;
  static final int CHARACTERS = 5;
  static final int CHARACTER_SEQUENCE = 6;
  static final int LOOP = 7;
  static final int END_LOOP = 8;
  static final int SWITCH = 9;
  static final int JUMP = 10;

  static final int SIGNED = 1;
  static final int BIG_ENDIAN = 2;
  static final int CLOCK = 4;

  private static final int MAX_LOOPS = 64;

  /** No sound structure takes so many steps: repetitions of nothing must not take for ever. */
  private static final int MAX_STEPS = 1 << 24;

  private final NameCache names;
  private long[] slots = new long[64];
  private final int[] loopStart = new int[MAX_LOOPS];
  private final long[] loopLeft = new long[MAX_LOOPS];

  private int loops;
  private byte[] buffer;
  private long bit;
  private long limitBit;
  private TraceEvent event;
  private long clock;

  BitDecoder(NameCache names) {
    this.names = names;
  }

  void reserveSlots(int count) {
    if (count > slots.length) {
      slots = Arrays.copyOf(slots, count);
    }
  }

  long slot(int slot) {
    return slots[slot];
  }

  void setSlot(int slot, long value) {
    slots[slot] = value;
  }

  long clock() {
    return clock;
  }

  void setClock(long ticks) {
    clock = ticks;
  }

  /** The position after the last structure, in bits. */
  long bit() {
    return bit;
  }

  /**
   * Decodes one structure; false if the data end before it does or if a tag has no meaning.
   *
   * @param packetBit the position of the packet's first bit, which may lie before the buffer
   * @param newEvent where fields go; null if the plan has no targets
   */
  boolean decode(int[] code, byte[] newBuffer, long startBit, long newLimitBit, long packetBit, TraceEvent newEvent) {
    buffer = newBuffer;
    bit = startBit;
    limitBit = newLimitBit;
    event = newEvent;
    loops = 0;
    int pc = 0;
    for (int steps = 0; bit <= limitBit && steps < MAX_STEPS; steps++) {
      switch (code[pc]) {
        case END:
          return true;
        case ALIGN, SKIP, INTEGER, STRING, CHARACTERS, CHARACTER_SEQUENCE:
          pc = value(code, pc, packetBit);
          break;
        case JUMP:
          pc = code[pc + 1];
          break;
        case SWITCH:
          pc = target(code, pc);
          break;
        default:
          pc = loop(code, pc);
          break;
      }
      if (pc < 0) {
        return false;
      }
    }
    return false;
  }

  /** Decodes one value; where the program goes on. */
  private int value(int[] code, int pc, long packetBit) {
    switch (code[pc]) {
      case ALIGN:
        bit += packetBit - bit & code[pc + 1] - 1;
        return pc + 2;
      case SKIP:
        bit += code[pc + 1];
        return pc + 2;
      case INTEGER:
        integer(code[pc + 1], code[pc + 2], code[pc + 3], code[pc + 4]);
        return pc + 5;
      case STRING:
        string(code[pc + 1]);
        return pc + 2;
      case CHARACTERS:
        characters(code[pc + 1], code[pc + 2]);
        return pc + 3;
      default:
        characters(slots[code[pc + 1]], code[pc + 2]);
        return pc + 3;
    }
  }

  /** Begins a repetition or goes round; where the program goes on, or -1 if the number of rounds is impossible. */
  private int loop(int[] code, int pc) {
    if (code[pc] == END_LOOP) {
      if (--loopLeft[loops - 1] > 0) {
        return loopStart[loops - 1];
      }
      loops--;
      return pc + 1;
    }
    long count = code[pc + 2] < 0 ? code[pc + 1] : slots[code[pc + 2]];
    if (count < 0 || count > limitBit - bit || loops == MAX_LOOPS) {
      return -1;
    }
    if (count == 0) {
      return code[pc + 3];
    }
    loopStart[loops] = pc + 4;
    loopLeft[loops++] = count;
    return pc + 4;
  }

  private void integer(int size, int flags, int target, int slot) {
    if (bit + size > limitBit) {
      bit = limitBit + 1;
      return;
    }
    long value = (flags & BIG_ENDIAN) == 0 ? little(size) : big(size);
    if ((flags & CLOCK) != 0) {
      clock = advance(clock, value, size);
    }
    if ((flags & SIGNED) != 0) {
      value = value << 64 - size >> 64 - size;
    }
    if (target >= 0) {
      event.set(target, value);
    } else if (target == DecodePlan.TASK_TID) {
      event.task((int) value, event.comm());
    }
    if (slot >= 0) {
      slots[slot] = value;
    }
  }

  /**
   * The clock after a time stamp of so many bits, 1 to 64: the first such time that is not before the last one. What
   * the value holds above them does not count.
   */
  static long advance(long clock, long value, int size) {
    return clock + (value - clock & -1L >>> Long.SIZE - size);
  }

  private long little(int size) {
    long value = 0;
    int done = 0;
    while (done < size) {
      int offset = (int) (bit & 7);
      int part = Math.min(8 - offset, size - done);
      long chunk = (buffer[(int) (bit >> 3)] & 0xff) >> offset & (1 << part) - 1;
      value |= chunk << done;
      done += part;
      bit += part;
    }
    return value;
  }

  private long big(int size) {
    long value = 0;
    int done = 0;
    while (done < size) {
      int offset = (int) (bit & 7);
      int part = Math.min(8 - offset, size - done);
      long chunk = (buffer[(int) (bit >> 3)] & 0xff) >> 8 - offset - part & (1 << part) - 1;
      value = value << part | chunk;
      done += part;
      bit += part;
    }
    return value;
  }

  private void string(int target) {
    int start = (int) (bit >> 3);
    int limit = (int) (limitBit >> 3);
    int end = start;
    while (end < limit && buffer[end] != 0) {
      end++;
    }
    if (end >= limit) {
      bit = limitBit + 1;
      return;
    }
    text(start, end - start, target);
    bit = (end + 1L) * 8;
  }

  private void characters(long count, int target) {
    if (count < 0 || count > limitBit - bit >> 3) {
      bit = limitBit + 1;
      return;
    }
    int start = (int) (bit >> 3);
    int length = 0;
    while (target != DecodePlan.SKIPPED && length < count && buffer[start + length] != 0) {
      length++;
    }
    text(start, length, target);
    bit += count * 8;
  }

  private void text(int start, int length, int target) {
    if (target >= 0) {
      event.set(target, names.intern(buffer, start, length));
    } else if (target == DecodePlan.TASK_COMM) {
      event.task(event.tid(), names.intern(buffer, start, length));
    }
  }

  private int target(int[] code, int pc) {
    long tag = slots[code[pc + 1]];
    for (int i = 0; i < code[pc + 2]; i++) {
      int at = pc + 3 + 5 * i;
      long low = (long) code[at] << 32 | code[at + 1] & 0xffffffffL;
      long high = (long) code[at + 2] << 32 | code[at + 3] & 0xffffffffL;
      if (tag >= low && tag <= high) {
        return code[at + 4];
      }
    }
    return -1;
  }
}
