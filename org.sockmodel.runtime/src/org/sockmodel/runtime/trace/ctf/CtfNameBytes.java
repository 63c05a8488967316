package org.sockmodel.runtime.trace.ctf;

import java.util.Arrays;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.bytes.LittleEndian;

/** The texts of {@link Names} as a CTF string may hold them: without anything after a NUL byte. */
final class CtfNameBytes {

  private final Names names;
  private int[] lengthPlusOne = new int[256];
  /** The texts as names of tasks, cut or padded: two words each. */
  private long[] comms = new long[2 * lengthPlusOne.length];

  CtfNameBytes(Names names) {
    this.names = names;
  }

  byte[] bytes(int id) {
    return names.utf8(id);
  }

  /** No text has more bytes than so many. */
  int longest() {
    return names.longest();
  }

  /** How many bytes of the text may be written. */
  int length(int id) {
    int known = id < lengthPlusOne.length ? lengthPlusOne[id] : 0;
    return known != 0 ? known - 1 : measure(id);
  }

  /** Writes the text as a task's name: cut or padded to 16 bytes, the last of which is NUL. */
  void putComm(int id, byte[] buffer, int position) {
    if (id >= lengthPlusOne.length || lengthPlusOne[id] == 0) {
      measure(id);
    }
    LittleEndian.put64(buffer, position, comms[2 * id]);
    LittleEndian.put64(buffer, position + Long.BYTES, comms[2 * id + 1]);
  }

  private int measure(int id) {
    if (id >= lengthPlusOne.length) {
      lengthPlusOne = Arrays.copyOf(lengthPlusOne, Math.max(id + 1, lengthPlusOne.length * 2));
      comms = Arrays.copyOf(comms, 2 * lengthPlusOne.length);
    }
    byte[] utf8 = names.utf8(id);
    int length = 0;
    while (length < utf8.length && utf8[length] != 0) {
      length++;
    }
    lengthPlusOne[id] = length + 1;
    byte[] comm = new byte[CtfLayout.COMM_BYTES];
    System.arraycopy(utf8, 0, comm, 0, Math.min(length, comm.length - 1));
    comms[2 * id] = LittleEndian.i64(comm, 0);
    comms[2 * id + 1] = LittleEndian.i64(comm, Long.BYTES);
    return length;
  }
}
