package org.sockmodel.runtime.trace.ctf;

import java.util.Arrays;
import org.sockmodel.runtime.trace.bytes.PackedInteger;

/**
 * A part of a structure whose values lie at known distances from its beginning, and what ends it: a text of a length
 * that only the data tell, or an alignment. Most structures are a single one. Whatever is not wanted costs nothing, and
 * what is wanted is found without a look at what lies before it.
 *
 * <p>An integer is a {@link PackedInteger}. Characters are one word too: their distance (12 bits), their number (12
 * bits) and their target (8 bits).
 */
final class ByteStretch {

  /** No integer, no characters, and the target of what nobody wants. */
  static final int NONE = -1;

  /** What comes after the values at known distances. */
  enum Ending { NOTHING, ALIGNMENT, STRING, COMM_STRING, SKIPPED_STRING }

  int bytes;
  int tid = NONE;
  int comm = NONE;
  int[] integers = {};
  int[] characters = {};
  Ending ending = Ending.NOTHING;

  /** The target of the string, or how many bytes to align to. */
  int endingArgument;

  void addInteger(int target, int size, boolean signed) {
    integers = append(integers, PackedInteger.of(bytes, target, size, signed));
  }

  void setTid(int size, boolean signed) {
    tid = PackedInteger.of(bytes, 0, size, signed);
  }

  void addCharacters(int target, int count) {
    characters = append(characters, characters(target, count));
  }

  void setComm(int count) {
    comm = characters(0, count);
  }

  private int characters(int target, int count) {
    return bytes << 20 | count << 8 | target;
  }

  private static int[] append(int[] words, int word) {
    int[] more = Arrays.copyOf(words, words.length + 1);
    more[words.length] = word;
    return more;
  }
}
