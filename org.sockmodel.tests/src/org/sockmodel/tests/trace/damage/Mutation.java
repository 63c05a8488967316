package org.sockmodel.tests.trace.damage;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages bytes as disks, cut transfers and ill will do; the same seed does the same damage. */
final class Mutation {

  private static final long[] EXTREMES = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE, 1L << 32};
  private static final String[] WORDS = {"\n", "[000]", "=", " ==> ", "CPU:0 [LOST 99999999999 EVENTS]\n", "-1", ": ",
      "99999999999999999999", "{", "}", ";", "\0", "integer { size = 64; }", "\u00ff"};

  private final SplittableRandom random;

  Mutation(long seed) {
    random = new SplittableRandom(seed);
  }

  byte[] apply(byte[] original) {
    byte[] bytes = original.clone();
    int times = 1 + random.nextInt(8);
    for (int i = 0; i < times && bytes.length > 16; i++) {
      bytes = once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    int at = random.nextInt(bytes.length - 8);
    int length = 1 + random.nextInt(Math.min(bytes.length - at, 1 << random.nextInt(1, 14)));
    switch (random.nextInt(7)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> putLong(bytes, at, EXTREMES[random.nextInt(EXTREMES.length)], random.nextBoolean() ? 8 : 4);
      case 2 -> putLong(bytes, at, random.nextLong() >>> random.nextInt(64), 1 + random.nextInt(8));
      case 3 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 4 -> {
        return spliced(bytes, at, at + length, new byte[0]);
      }
      case 5 -> {
        return spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
      }
      default -> {
        return spliced(bytes, at, at, WORDS[random.nextInt(WORDS.length)].getBytes());
      }
    }
    return bytes;
  }

  /** The bytes with those from {@code from} to {@code to} replaced. */
  private static byte[] spliced(byte[] bytes, int from, int to, byte[] inserted) {
    byte[] result = new byte[bytes.length - (to - from) + inserted.length];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(inserted, 0, result, from, inserted.length);
    System.arraycopy(bytes, to, result, from + inserted.length, bytes.length - to);
    return result;
  }

  private static void putLong(byte[] bytes, int at, long value, int length) {
    for (int i = 0; i < length; i++) {
      bytes[at + i] = (byte) (value >>> 8 * i);
    }
  }
}
