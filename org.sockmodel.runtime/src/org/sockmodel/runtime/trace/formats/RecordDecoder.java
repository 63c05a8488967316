package org.sockmodel.runtime.trace.formats;

import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.bytes.LongTable;
import org.sockmodel.runtime.trace.bytes.NameCache;
import org.sockmodel.runtime.trace.bytes.PackedInteger;
import org.sockmodel.runtime.trace.calls.RawCalls;

/** Decodes the fields of records. Fields beyond the end of a record become absent. Allocates nothing. */
public final class RecordDecoder {

  private final NameCache names;
  private final Kallsyms symbols;
  private final RawCalls calls;

  RecordDecoder(NameCache names, Kallsyms symbols, RawCalls calls) {
    this.names = names;
    this.symbols = symbols;
    this.calls = calls;
  }

  /** Decodes a record of {@code length} bytes that begins at {@code start} into the event. */
  public void decode(RecordPlan plan, byte[] bytes, int start, int length, TraceEvent event) {
    if (!plan.covers()) {
      event.clear();
    }
    if (length < plan.integerBytes()) {
      shortened(plan.integers(), bytes, start, length, event);
    } else {
      for (int integer : plan.integers()) {
        event.set(PackedInteger.field(integer), PackedInteger.value(bytes, start, integer));
      }
    }
    if (plan.steps().length > 0) {
      steps(plan, bytes, start, length, event);
    }
  }

  /** Integers of a record that does not have them all. */
  private static void shortened(int[] integers, byte[] bytes, int start, int length, TraceEvent event) {
    for (int integer : integers) {
      event.set(PackedInteger.field(integer),
          PackedInteger.end(integer) > length ? TraceEvent.ABSENT : PackedInteger.value(bytes, start, integer));
    }
  }

  private void steps(RecordPlan plan, byte[] bytes, int start, int length, TraceEvent event) {
    int[] steps = plan.steps();
    for (int i = 0; i < steps.length; i += RecordPlan.STEP_WORDS) {
      int offset = steps[i + 1];
      int size = steps[i + 2];
      int field = steps[i + 3];
      if (offset + Math.max(size, 1) > length) {
        event.set(field, TraceEvent.ABSENT);
        continue;
      }
      switch (steps[i]) {
        case RecordPlan.CHARACTERS -> event.set(field,
            text(bytes, start + offset, size == 0 ? length - offset : size));
        case RecordPlan.COMM -> event.set(field, names.internPadded16(bytes, start + offset));
        case RecordPlan.DATA_LOCATION -> event.set(field, located(bytes, start, offset, 0, length));
        case RecordPlan.RAW_CALL -> calls.name(event);
        case RecordPlan.OWN_CALL -> calls.meet(event);
        case RecordPlan.RELATIVE_LOCATION -> event.set(field, located(bytes, start, offset, offset + 4, length));
        default -> event.set(field, named(steps[i], unsigned(bytes, start + offset, size),
            signed(bytes, start + offset, size), plan.symbols()[i / RecordPlan.STEP_WORDS], event.names()));
      }
    }
  }

  private long named(int operation, long value, long signedValue, LongTable table, Names allNames) {
    switch (operation) {
      case RecordPlan.POSITIVE:
        return Math.max(0, signedValue);
      case RecordPlan.NEGATIVE:
        return Math.min(0, signedValue);
      case RecordPlan.SYMBOL:
        return symbols.symbol(value);
      case RecordPlan.PLACE:
        return symbols.place(value);
      default:
        int known = table.get(value, -1);
        return known >= 0 ? known : allNames.intern(Long.toString(value));
    }
  }

  /** A text whose place is told by 16 bits of offset and 16 bits of length. */
  private int located(byte[] bytes, int start, int offset, int base, int length) {
    int location = LittleEndian.i32(bytes, start + offset);
    int textOffset = base + (location & 0xffff);
    int textLength = Math.min(location >>> 16, length - textOffset);
    return textLength <= 0 ? Names.EMPTY : text(bytes, start + textOffset, textLength);
  }

  private int text(byte[] bytes, int start, int limit) {
    int length = 0;
    while (length < limit && bytes[start + length] != 0) {
      length++;
    }
    if (length > 0 && bytes[start + length - 1] == '\n') {
      length--;
    }
    return names.intern(bytes, start, length);
  }

  private static long signed(byte[] bytes, int at, int size) {
    return switch (size) {
      case 1 -> bytes[at];
      case 2 -> LittleEndian.i16(bytes, at);
      case 4 -> LittleEndian.i32(bytes, at);
      default -> LittleEndian.i64(bytes, at);
    };
  }

  private static long unsigned(byte[] bytes, int at, int size) {
    return switch (size) {
      case 1 -> bytes[at] & 0xff;
      case 2 -> LittleEndian.i16(bytes, at) & 0xffff;
      case 4 -> LittleEndian.i32(bytes, at) & 0xffffffffL;
      default -> LittleEndian.i64(bytes, at);
    };
  }
}
