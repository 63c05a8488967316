package org.sockmodel.runtime.trace.ftrace;

import java.util.Arrays;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.bytes.ByteOutput;
import org.sockmodel.runtime.trace.bytes.Literal;
import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.bytes.Words;
import org.sockmodel.runtime.trace.text.TaskNames;

/**
 * The name and number of a line's task: {@code TASK-PID}. Names that were printed lately are kept as words.
 */
final class TaskColumn {

  private static final int NAME_BYTES = 16;
  private static final int PID_WIDTH = 7;
  private static final int RECENT = 64;
  private static final Literal IDLE = new Literal("          <idle>");
  private static final Literal UNKNOWN = new Literal("           <...>");

  private final int[] recent = new int[RECENT];
  private final long[] words = new long[2 * RECENT];
  private final byte[] name = new byte[NAME_BYTES];
  private Names names;

  /** Prints a task; one below 0 is not known. */
  void print(int tid, int comm, Names ofEvent, ByteOutput out) {
    if (tid == 0) {
      out.put(IDLE);
    } else if (comm == Names.EMPTY || tid < 0) {
      out.put(UNKNOWN);
    } else {
      printName(comm, ofEvent, out);
    }
    int shown = Math.max(tid, 0);
    int digits = ByteOutput.length(shown);
    if (digits <= PID_WIDTH) {
      out.putWord('-' | Words.leftAligned(shown, digits) << Byte.SIZE, Long.BYTES).put(' ');
    } else {
      out.put('-').decimal(shown);
    }
  }

  private void printName(int comm, Names ofEvent, ByteOutput out) {
    byte[] utf8 = ofEvent.utf8(comm);
    if (utf8.length > NAME_BYTES) {
      out.putLine(utf8);
      return;
    }
    if (names != ofEvent) {
      names = ofEvent;
      Arrays.fill(recent, Names.EMPTY);
    }
    int slot = comm & RECENT - 1;
    if (recent[slot] != comm) {
      keep(slot, comm, utf8);
    }
    out.putWord(words[2 * slot], Long.BYTES).putWord(words[2 * slot + 1], Long.BYTES);
  }

  private void keep(int slot, int comm, byte[] utf8) {
    Arrays.fill(name, (byte) ' ');
    System.arraycopy(utf8, 0, name, NAME_BYTES - utf8.length, utf8.length);
    recent[slot] = comm;
    long first = LittleEndian.i64(name, 0);
    long second = LittleEndian.i64(name, Long.BYTES);
    boolean oneLine = TaskNames.mayBeEvent(utf8);
    words[2 * slot] = oneLine ? Words.oneLine(first) : first;
    words[2 * slot + 1] = oneLine ? Words.oneLine(second) : second;
  }
}
