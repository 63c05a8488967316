package org.sockmodel.runtime.trace.ctf;

import java.util.Arrays;
import org.sockmodel.runtime.trace.Names;

/** The texts of {@link Names} as a CTF string may hold them: without anything after a NUL byte. */
final class CtfNameBytes {

  private final Names names;
  private int[] lengthPlusOne = new int[256];

  CtfNameBytes(Names names) {
    this.names = names;
  }

  byte[] bytes(int id) {
    return names.utf8(id);
  }

  /** How many bytes of the text may be written. */
  int length(int id) {
    if (id >= lengthPlusOne.length) {
      lengthPlusOne = Arrays.copyOf(lengthPlusOne, Math.max(id + 1, lengthPlusOne.length * 2));
    }
    int known = lengthPlusOne[id];
    return known != 0 ? known - 1 : measure(id);
  }

  private int measure(int id) {
    byte[] utf8 = names.utf8(id);
    int length = 0;
    while (length < utf8.length && utf8[length] != 0) {
      length++;
    }
    lengthPlusOne[id] = length + 1;
    return length;
  }
}
