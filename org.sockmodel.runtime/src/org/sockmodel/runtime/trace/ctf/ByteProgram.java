package org.sockmodel.runtime.trace.ctf;

import java.util.Arrays;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.IntegerType;

/**
 * Makes the program of a {@link ByteDecoder} while a structure is compiled, or gives up. Every step is one word:
 * operation (8 bits), target (8 bits, biased), argument (16 bits): a number of bytes, or the shape of an integer.
 */
final class ByteProgram {

  static final int TARGET_BIAS = 8;

  /** Bytes that one program may read without looking for the end of the buffer. */
  static final int MAX_FIXED_BYTES = 2048;

  private int[] code = new int[16];
  private int length;
  private int fixedBytes;
  private boolean possible = true;

  void giveUp() {
    possible = false;
  }

  void integer(IntegerType integer, int target) {
    int bytes = integer.size() / 8;
    if (integer.size() % 8 != 0 || bytes > Long.BYTES || integer.bigEndian() && bytes > 1) {
      giveUp();
    } else if (target == DecodePlan.SKIPPED) {
      skip(integer.size());
    } else if (target == DecodePlan.TASK_COMM) {
      giveUp();
    } else {
      fixedBytes += bytes;
      add(target == DecodePlan.TASK_TID ? ByteDecoder.TID : ByteDecoder.INTEGER, target, shape(integer));
    }
  }

  /** How many of a word's upper bits do not belong to an integer, whether it is signed, and how many bytes it has. */
  private static int shape(IntegerType integer) {
    return Long.SIZE - integer.size() | (integer.signed() ? 1 : 0) << ByteDecoder.SIGN_BIT
        | integer.size() / 8 << ByteDecoder.WIDTH_BIT;
  }

  void string(int target) {
    add(target == DecodePlan.SKIPPED ? ByteDecoder.SKIP_STRING
        : target == DecodePlan.TASK_COMM ? ByteDecoder.COMM_STRING : ByteDecoder.STRING, target, 0);
    possible &= target != DecodePlan.TASK_TID;
  }

  void characters(int count, int target) {
    if (target == DecodePlan.SKIPPED) {
      skip(count * 8L);
    } else {
      fixedBytes += Math.min(count, MAX_FIXED_BYTES + 1);
      int ofTask = count == CtfLayout.COMM_BYTES ? ByteDecoder.COMM : ByteDecoder.COMM_CHARACTERS;
      add(target == DecodePlan.TASK_COMM ? ofTask : ByteDecoder.CHARACTERS, target,
          Math.min(count, MAX_FIXED_BYTES + 1));
    }
  }

  void align(int bytes) {
    add(ByteDecoder.ALIGN, DecodePlan.SKIPPED, Math.min(bytes, MAX_FIXED_BYTES + 1));
    fixedBytes += Math.min(bytes, MAX_FIXED_BYTES + 1);
  }

  void skip(long size) {
    if (size % 8 != 0 || size / 8 > MAX_FIXED_BYTES) {
      giveUp();
      return;
    }
    int bytes = (int) (size / 8);
    fixedBytes += bytes;
    int last = length - 1;
    if (last >= 0 && (code[last] & 0xff) == ByteDecoder.SKIP) {
      code[last] += bytes << 16;
    } else if (bytes > 0) {
      add(ByteDecoder.SKIP, DecodePlan.SKIPPED, bytes);
    }
  }

  /** The program, or null if the structure needs a {@link BitDecoder}. */
  int[] code() {
    if (!possible || fixedBytes > MAX_FIXED_BYTES) {
      return null;
    }
    add(ByteDecoder.END, DecodePlan.SKIPPED, 0);
    return Arrays.copyOf(code, length);
  }

  private void add(int operation, int target, int argument) {
    if (fixedBytes > MAX_FIXED_BYTES) {
      giveUp();
      return;
    }
    if (length == code.length) {
      code = Arrays.copyOf(code, length * 2);
    }
    code[length++] = operation | target + TARGET_BIAS << 8 | argument << 16;
  }
}
