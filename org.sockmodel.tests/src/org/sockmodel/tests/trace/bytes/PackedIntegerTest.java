package org.sockmodel.tests.trace.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.bytes.PackedInteger;

class PackedIntegerTest {

  private static final int LAST_OFFSET = PackedInteger.MAX_OFFSET - 1;

  private final byte[] bytes = new byte[LAST_OFFSET + 16];

  @Test
  void shouldReadSignedAndUnsignedIntegersOfAnyWidth() {
    LittleEndian.put64(bytes, 3, 0x8182838485868788L);

    assertEquals(0x88, value(2, Byte.SIZE, false));
    assertEquals((byte) 0x88, value(2, Byte.SIZE, true));
    assertEquals(0x8788, value(2, Short.SIZE, false));
    assertEquals((short) 0x8788, value(2, Short.SIZE, true));
    assertEquals(0x85868788L, value(2, Integer.SIZE, false));
    assertEquals(0x85868788, value(2, Integer.SIZE, true));
    assertEquals(0x8182838485868788L, value(2, Long.SIZE, false));
    assertEquals(0x8182838485868788L, value(2, Long.SIZE, true));
  }

  @Test
  void shouldKeepFieldAndEndWhateverTheOffset() {
    for (int offset : new int[] {0, 1, 32767, 32768, LAST_OFFSET}) {
      int packed = PackedInteger.of(offset, 255, Integer.SIZE, true);
      assertEquals(255, PackedInteger.field(packed));
      assertEquals(offset + 4, PackedInteger.end(packed));
      LittleEndian.put32(bytes, offset, offset - 5);
      assertEquals(offset - 5, PackedInteger.value(bytes, 0, packed));
    }
  }

  private long value(int offset, int bits, boolean signed) {
    return PackedInteger.value(bytes, 1, PackedInteger.of(offset, 7, bits, signed));
  }
}
