package org.sockmodel.runtime.trace.ftrace;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.trace.bytes.Ascii;
import org.sockmodel.runtime.trace.bytes.NameCache;
import org.sockmodel.runtime.trace.bytes.Words;

/**
 * What {@code trace-cmd report} prints before the task if there are several buffers: the name of the line's buffer,
 * aligned to the right before a colon, and blanks for the tracer's own. Not for hot paths: once for each beginning of a
 * line. Source: {@code print_handle_file} of trace-cmd's trace-read.c.
 */
final class BufferColumn {

  /** There is no such column. */
  static final int NONE = -1;
  /** The tracer's own. */
  private static final int FIRST = 0;

  private final NameCache names;
  private final List<Integer> known = new ArrayList<>();
  private int buffer;

  BufferColumn(NameCache names) {
    this.names = names;
  }

  /** The number of the line's buffer, from 0; {@link #NONE} without this column. More than 64 are as one. */
  int buffer() {
    return buffer;
  }

  /**
   * Reads the column.
   *
   * @param nameEnd where the task's name ends
   * @param nameWidth in how many columns names of tasks are printed
   * @return where the task's name begins, with the blanks before it
   */
  int read(byte[] bytes, int start, int nameEnd, int nameWidth) {
    int nameStart = nameEnd - nameWidth;
    int end = Ascii.skipBlanksBack(bytes, start, Math.max(start, nameStart));
    if (end > start && end < nameStart && bytes[end - 1] == ':') {
      named(bytes, Words.skipBlanks(bytes, start, end), end - 1);
      return nameStart;
    }
    buffer = end == start && nameStart > start ? FIRST : NONE;
    return buffer == FIRST ? nameStart : readUnaligned(bytes, start, nameEnd);
  }

  /** Where names of tasks are not aligned, what begins in the first column and ends with a colon names a buffer. */
  private int readUnaligned(byte[] bytes, int start, int nameEnd) {
    int at = start;
    while (at < nameEnd && bytes[at] != ' ') {
      at++;
    }
    if (at == start || at == nameEnd || bytes[at - 1] != ':') {
      return start;
    }
    named(bytes, start, at - 1);
    return at;
  }

  private void named(byte[] bytes, int start, int end) {
    int name = names.intern(bytes, start, end - start);
    int place = known.indexOf(name);
    if (place < 0 && known.size() < Long.SIZE) {
      known.add(name);
      place = known.size() - 1;
    }
    buffer = FIRST + 1 + (place < 0 ? Long.SIZE - 1 : place);
  }
}
