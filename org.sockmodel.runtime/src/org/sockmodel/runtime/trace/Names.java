package org.sockmodel.runtime.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The texts of one trace (task, device and function names), each with a small id, so that events are numbers only.
 *
 * <p>Looking up known bytes costs one hash and one comparison and allocates nothing. Ids count from 0, which is the
 * empty text. A damaged trace cannot fill the memory: after {@link #MAX_NAMES} different texts every further one
 * becomes {@link #OVERFLOW}.
 *
 * <p>One thread adds texts. Another may look up an id once it has been told of it by a volatile or synchronized write.
 */
public final class Names {

  /** Id of the empty text. */
  public static final int EMPTY = 0;

  /** Id of the text that stands for all texts after {@link #MAX_NAMES}. */
  public static final int OVERFLOW = 1;

  /** The most different texts that are kept. */
  public static final int MAX_NAMES = 1 << 20;

  private volatile byte[][] bytes = new byte[64][];
  private volatile String[] texts = new String[64];
  private int size;
  private int longest;
  private int[] table = new int[256];

  public Names() {
    intern("");
    intern("...");
  }

  /** Id of the text that these UTF-8 bytes hold. */
  public int intern(byte[] buffer, int offset, int length) {
    int slot = slotOf(buffer, offset, length);
    int found = table[slot];
    return found != 0 ? found - 1 : add(Arrays.copyOfRange(buffer, offset, offset + length), slot);
  }

  /** Id of the text; for set-up code. */
  public int intern(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return intern(utf8, 0, utf8.length);
  }

  /** The text of an id. */
  public String text(int id) {
    String text = texts[id];
    if (text == null) {
      text = new String(bytes[id], StandardCharsets.UTF_8);
      texts[id] = text;
    }
    return text;
  }

  /** The UTF-8 bytes of an id; not to be changed. */
  public byte[] utf8(int id) {
    return bytes[id];
  }

  /** How many bytes the longest text has of those whose ids the caller was told of; others may be longer or not. */
  public int longest() {
    return longest;
  }

  private int slotOf(byte[] buffer, int offset, int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = hash * 31 + buffer[offset + i];
    }
    int mask = table.length - 1;
    int slot = (hash ^ hash >>> 15) & mask;
    while (table[slot] != 0) {
      byte[] candidate = bytes[table[slot] - 1];
      if (Arrays.equals(candidate, 0, candidate.length, buffer, offset, offset + length)) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private int add(byte[] utf8, int slot) {
    if (size == MAX_NAMES) {
      return OVERFLOW;
    }
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
      texts = Arrays.copyOf(texts, size * 2);
    }
    bytes[size] = utf8;
    longest = Math.max(longest, utf8.length);
    table[slot] = ++size;
    if (size * 2 > table.length) {
      rehash();
    }
    return size - 1;
  }

  private void rehash() {
    table = new int[table.length * 2];
    for (int id = 0; id < size; id++) {
      table[slotOf(bytes[id], 0, bytes[id].length)] = id + 1;
    }
  }
}
