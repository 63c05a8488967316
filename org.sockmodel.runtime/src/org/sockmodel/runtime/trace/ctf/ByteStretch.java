package org.sockmodel.runtime.trace.ctf;

import java.util.Arrays;
import org.sockmodel.runtime.trace.Names;
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

  /** Where the current task's id and its name of 16 bytes lie. */
  int tid = NONE;
  int comm = NONE;
  int[] integers = {};
  int[] characters = {};
  Ending ending = Ending.NOTHING;

  /** The target of the string, or how many bytes to align to. */
  int endingArgument;

  /** What follows; null behind the last one. */
  ByteStretch next;

  /** The last string that ended it; most are short, and the same as before. */
  int lastLength;
  int lastText = Names.EMPTY;
  private long lastWord;
  private long lastMask = 0xff;

  void addInteger(int target, int size, boolean signed) {
    integers = append(integers, PackedInteger.of(bytes, target, size, signed));
  }

  void setTid() {
    tid = bytes;
  }

  void addCharacters(int target, int count) {
    characters = append(characters, bytes << 20 | count << 8 | target);
  }

  void setComm() {
    comm = bytes;
  }

  /** Whether a string that begins with these eight bytes is the last one; one of eight bytes or more never is. */
  boolean isAgain(long word) {
    return (word & lastMask) == lastWord;
  }

  /** Keeps a string, of which {@code word} are the first eight bytes. */
  void keep(long word, int length, int text) {
    lastLength = length;
    lastText = text;
    // A NUL byte behind the string belongs to what is compared; no word is -1 under the mask 0.
    lastMask = length < Long.BYTES ? -1L >>> (Long.BYTES - 1 - length) * Byte.SIZE : 0;
    lastWord = length < Long.BYTES ? word & lastMask : -1;
  }

  private static int[] append(int[] words, int word) {
    int[] more = Arrays.copyOf(words, words.length + 1);
    more[words.length] = word;
    return more;
  }
}
