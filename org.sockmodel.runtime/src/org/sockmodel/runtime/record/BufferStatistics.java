package org.sockmodel.runtime.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the kernel tells of a CPU's buffer ({@code tracing_stats_read}, kernel/trace/trace.c). The file stays open, so
 * that asking takes one system call, which is recorded too if reads are.
 */
final class BufferStatistics implements Closeable {

  private static final int MOST_BYTES = 1024;
  private static final Pattern ENTRIES = Pattern.compile("(?m)^entries: ([0-9]{1,18})$");
  private static final Pattern BYTES = Pattern.compile("(?m)^bytes: ([0-9]{1,18})$");

  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(MOST_BYTES);
  private final byte[] text = new byte[MOST_BYTES];
  private long entries;
  private long bytes;

  BufferStatistics(Path path) throws IOException {
    file = FileChannel.open(path);
  }

  /** Asks the kernel. */
  void update() throws IOException {
    buffer.clear();
    file.read(buffer, 0);
    buffer.flip();
    int length = buffer.remaining();
    buffer.get(text, 0, length);
    String told = new String(text, 0, length, StandardCharsets.US_ASCII);
    entries = number(ENTRIES, told);
    bytes = number(BYTES, told);
  }

  /** How many events wait to be read. */
  long entries() {
    return entries;
  }

  /** About how many bytes these are. */
  long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static long number(Pattern pattern, String told) {
    Matcher matcher = pattern.matcher(told);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }
}
