package org.sockmodel.runtime.trace.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian integers at any offset of a byte array. Each access is one machine instruction and a bounds check. */
public final class LittleEndian {

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private LittleEndian() {
  }

  public static short i16(byte[] bytes, int offset) {
    return (short) SHORT.get(bytes, offset);
  }

  public static int i32(byte[] bytes, int offset) {
    return (int) INT.get(bytes, offset);
  }

  public static long i64(byte[] bytes, int offset) {
    return (long) LONG.get(bytes, offset);
  }

  public static void put16(byte[] bytes, int offset, int value) {
    SHORT.set(bytes, offset, (short) value);
  }

  public static void put32(byte[] bytes, int offset, int value) {
    INT.set(bytes, offset, value);
  }

  public static void put64(byte[] bytes, int offset, long value) {
    LONG.set(bytes, offset, value);
  }
}
