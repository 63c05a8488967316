package org.sockmodel.runtime.trace.perf.data;

import java.io.IOException;
import java.util.Arrays;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.bytes.LittleEndian;

/**
 * The next records of one CPU, put in order by their times, which are nearly in order: of each fill the last
 * {@value #HELD} are held back, so that one that comes late still finds its place. Cost: a comparison a record.
 */
final class RecordWindow {

  private static final int HELD = 64;
  private static final int BUFFER_BYTES = 1 << 17;

  private final int cpu;
  private final FileInput input;
  private final Pieces pieces;
  private final PerfHeader header;
  private byte[] bytes = new byte[BUFFER_BYTES + FileInput.SLACK];

  /** How many bytes there are, and how many of them are of records in the window. */
  private int limit;
  private int parsed;

  private int piece;
  private long position;

  /** Places and times of the records, the earliest first; those before {@link #next} were taken. */
  private int[] starts = new int[1024];
  private long[] timesNs = new long[1024];
  private int count;
  private int next;
  private int end;

  RecordWindow(int cpu, FileInput input, Pieces pieces, PerfHeader header) {
    this.cpu = cpu;
    this.input = input;
    this.pieces = pieces;
    this.header = header;
    position = pieces.start(0);
  }

  int cpu() {
    return cpu;
  }

  /** Goes to the next record; false at the end. After an exception the next call goes on behind what is damaged. */
  boolean next() throws IOException {
    if (next >= end && !fill()) {
      return false;
    }
    next++;
    return true;
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return starts[next - 1];
  }

  int size() {
    return LittleEndian.i16(bytes, start() + 6) & 0xffff;
  }

  long timeNs() {
    return timesNs[next - 1];
  }

  /** Takes more records into the window; false if there are none. */
  private boolean fill() throws IOException {
    keepRest();
    while (piece < pieces.count() && count <= HELD) {
      read();
      parse();
    }
    end = piece < pieces.count() ? count - HELD : count;
    return end > 0;
  }

  /** Moves what is not taken yet to the beginning. */
  private void keepRest() {
    int kept = parsed;
    for (int i = next; i < count; i++) {
      kept = Math.min(kept, starts[i]);
    }
    System.arraycopy(bytes, kept, bytes, 0, limit - kept);
    limit -= kept;
    parsed -= kept;
    for (int i = next; i < count; i++) {
      starts[i - next] = starts[i] - kept;
      timesNs[i - next] = timesNs[i];
    }
    count -= next;
    next = 0;
  }

  /** Reads pieces until the array is full. */
  private void read() throws IOException {
    int room = bytes.length - FileInput.SLACK;
    if (room - limit < PerfRecords.MOST_BYTES) {
      room *= 2;
      bytes = Arrays.copyOf(bytes, room + FileInput.SLACK);
    }
    while (limit < room && piece < pieces.count()) {
      int length = (int) Math.min(room - limit, pieces.end(piece) - position);
      long from = position;
      position += length;
      if (position == pieces.end(piece)) {
        piece++;
        position = piece < pieces.count() ? pieces.start(piece) : position;
      }
      input.read(from, bytes, limit, length);
      limit += length;
    }
  }

  /** Takes the records that are whole; their lengths were looked at before. */
  private void parse() {
    while (parsed + PerfRecords.HEADER_BYTES <= limit) {
      int size = LittleEndian.i16(bytes, parsed + 6) & 0xffff;
      if (parsed + size > limit) {
        return;
      }
      insert(parsed, timeNs(parsed, parsed + size));
      parsed += size;
    }
  }

  private long timeNs(int start, int end) {
    return header.timeNs(LittleEndian.i32(bytes, start), bytes, start, end);
  }

  private void insert(int start, long timeNs) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      timesNs = Arrays.copyOf(timesNs, 2 * count);
    }
    int at = count++;
    while (at > next && timesNs[at - 1] > timeNs) {
      starts[at] = starts[at - 1];
      timesNs[at] = timesNs[at - 1];
      at--;
    }
    starts[at] = start;
    timesNs[at] = timeNs;
  }
}
