package org.sockmodel.runtime.trace.perf.data;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import org.sockmodel.runtime.trace.bytes.FileInput;

/**
 * Writes records anew that {@code perf record --overwrite} took from its buffers: the last one of each CPU comes first
 * there, as the kernel writes them from a buffer's end to its beginning. Memory: 16 bytes for each record of the
 * largest buffer.
 */
final class Reversal {

  private static final int BLOCK_BYTES = 1 << 20;

  private final FileInput input;
  private final PerfHeader header;

  /** Where records begin and end whose times run backwards. */
  private long[] starts = new long[1 << 10];
  private long[] ends = new long[1 << 10];
  private int count;
  private long lastNs;
  private byte[] block = FileInput.NO_BYTES;

  Reversal(FileInput input, PerfHeader header) {
    this.input = input;
    this.header = header;
  }

  /** Writes the records of all CPUs. */
  void write(Collection<Pieces> cpus, OutputStream out) throws IOException {
    for (Pieces pieces : cpus) {
      lastNs = Long.MAX_VALUE;
      for (int piece = 0; piece < pieces.count(); piece++) {
        write(new RecordSource(input, pieces.start(piece), pieces.end(piece)), out);
      }
      writeBackward(out);
    }
  }

  /** Turns round each stretch whose times run backwards: what one look into a buffer found. */
  private void write(RecordSource source, OutputStream out) throws IOException {
    while (source.next()) {
      if (source.type() == PerfRecords.SAMPLE) {
        long timeNs = header.timeNs(PerfRecords.SAMPLE, source.bytes(), source.start(), source.start() + source.size());
        if (timeNs > lastNs) {
          writeBackward(out);
        }
        lastNs = timeNs;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
        ends = Arrays.copyOf(ends, 2 * count);
      }
      starts[count] = source.position();
      ends[count++] = source.position() + source.size();
    }
  }

  private void writeBackward(OutputStream out) throws IOException {
    for (int end = count; end > 0; end = first(end)) {
      int first = first(end);
      block = input.read(starts[first], ends[end - 1] - starts[first], block);
      for (int i = end - 1; i >= first; i--) {
        out.write(block, (int) (starts[i] - starts[first]), (int) (ends[i] - starts[i]));
      }
    }
    count = 0;
  }

  /** The first of the records before {@code end} that are a block together. */
  private int first(int end) {
    int first = end - 1;
    while (first > 0 && ends[end - 1] - starts[first - 1] <= BLOCK_BYTES) {
      first--;
    }
    return first;
  }
}
