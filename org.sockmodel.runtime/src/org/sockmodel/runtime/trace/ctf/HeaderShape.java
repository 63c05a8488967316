package org.sockmodel.runtime.trace.ctf;

import java.util.List;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.EnumType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.IntegerType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.Member;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.Range;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.StructType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.VariantType;

/** The event headers that have a decoder of their own, because every event has one. */
enum HeaderShape {
  /** LTTng's compact header: id of 5 bits and time of 27, or 31, id of 32 bits, time of 64. */
  COMPACT(5, 27),
  /** LTTng's large header: id of 16 bits and time of 32, or 65535, id of 32 bits, time of 64. */
  LARGE(16, 32),
  /** As perf writes it: id of 32 bits, time of 64. */
  PLAIN(32, 64),
  /** As babeltrace2 writes it: id of 64 bits, time of 64. */
  WIDE(64, 64),
  /** Anything else. */
  OTHER(0, 0);

  /** Widths of the id and of the time, where the id does not say that longer ones follow. */
  final int idBits;
  final int timeBits;

  HeaderShape(int idBits, int timeBits) {
    this.idBits = idBits;
    this.timeBits = timeBits;
  }

  /** Whether the header is one of LTTng's, whose last id says that a longer id and a whole time follow. */
  boolean isShort() {
    return this == COMPACT || this == LARGE;
  }

  static HeaderShape of(StructType header) {
    if (header == null || header.members().size() != 2 || header.align() > 8) {
      return OTHER;
    }
    Member first = header.members().get(0);
    Member second = header.members().get(1);
    if (!first.name().equals("id")) {
      return OTHER;
    }
    if (isInteger(first.type(), 32, 8, false) && isInteger(second.type(), 64, 8, true)) {
      return PLAIN;
    }
    if (isInteger(first.type(), 64, 8, false) && isInteger(second.type(), 64, 8, true)) {
      return WIDE;
    }
    if (first.type() instanceof EnumType id && second.type() instanceof VariantType variant
        && "id".equals(variant.tag())) {
      return ofVariant(id, variant, header.align());
    }
    return OTHER;
  }

  private static HeaderShape ofVariant(EnumType id, VariantType variant, int align) {
    if (align == 8 && isInteger(id.container(), 5, 1, false) && isExtendedAt(31, id.ranges())
        && hasTimestamp(variant, 27, 1)) {
      return COMPACT;
    }
    if (isInteger(id.container(), 16, 8, false) && isExtendedAt(65535, id.ranges())
        && hasTimestamp(variant, 32, 8)) {
      return LARGE;
    }
    return OTHER;
  }

  /** Compared by hand: for {@code equals} of a record Java makes code when it is called first, which takes longer. */
  private static boolean isExtendedAt(long value, List<Range> ranges) {
    return ranges.size() == 2 && is(ranges.get(0), "compact", 0, value - 1)
        && is(ranges.get(1), "extended", value, value);
  }

  private static boolean is(Range range, String label, long low, long high) {
    return range.label().equals(label) && range.low() == low && range.high() == high;
  }

  private static boolean hasTimestamp(VariantType variant, int compactSize, int compactAlign) {
    if (variant.options().size() != 2 || !(variant.options().get(0).type() instanceof StructType compact)
        || !(variant.options().get(1).type() instanceof StructType extended)) {
      return false;
    }
    return variant.options().get(0).name().equals("compact") && compact.members().size() == 1
        && isInteger(compact.members().get(0).type(), compactSize, compactAlign, true)
        && variant.options().get(1).name().equals("extended") && extended.members().size() == 2
        && extended.members().get(0).name().equals("id")
        && isInteger(extended.members().get(0).type(), 32, 8, false)
        && isInteger(extended.members().get(1).type(), 64, 8, true);
  }

  private static boolean isInteger(CtfType type, int size, int align, boolean clock) {
    return type instanceof IntegerType integer && integer.size() == size && integer.align() == align
        && integer.isTime() == clock && !integer.bigEndian() && !integer.signed();
  }
}
