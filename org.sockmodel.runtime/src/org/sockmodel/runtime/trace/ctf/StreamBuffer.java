package org.sockmodel.runtime.trace.ctf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.sockmodel.runtime.trace.bytes.PageReads;

/**
 * A window on a stream file that moves forward. The array is longer than the data by what a {@link ByteDecoder} may
 * read too far.
 */
final class StreamBuffer implements AutoCloseable {

  /** The largest single event that is read; larger ones are a sign of damage. */
  private static final int MAX_BYTES = 32 << 20;

  private static final int SLACK = ByteDecoder.SLACK;

  private final FileChannel channel;
  private final long fileSize;
  private byte[] bytes;
  private long start;
  private int end;

  StreamBuffer(Path file, int size) throws IOException {
    channel = FileChannel.open(file);
    fileSize = channel.size();
    bytes = new byte[(int) Math.min(size, fileSize) + SLACK];
  }

  byte[] bytes() {
    return bytes;
  }

  /** Position in the file of the first byte of the window. */
  long start() {
    return start;
  }

  /** How many bytes of the window hold data. */
  int end() {
    return end;
  }

  long fileSize() {
    return fileSize;
  }

  /**
   * Moves the window so that it begins at {@code position} of the file, and fills it. If it begins there already, it
   * is made larger.
   *
   * @return false if it cannot hold more
   */
  boolean moveTo(long position) throws IOException {
    if (position == start && end == bytes.length - SLACK) {
      if (end >= MAX_BYTES) {
        return false;
      }
      bytes = Arrays.copyOf(bytes, end * 2 + SLACK);
    }
    long kept = start + end - position;
    if (kept > 0 && position >= start) {
      System.arraycopy(bytes, (int) (position - start), bytes, 0, (int) kept);
      end = (int) kept;
    } else {
      end = 0;
    }
    start = position;
    fill();
    return true;
  }

  /** Sees to it that a position and as many bytes behind it are in the window, as far as the file has them. */
  void reach(long position, int bytesBehind) throws IOException {
    boolean isThere = position >= start && (position + bytesBehind <= start + end || start + end == fileSize);
    if (!isThere) {
      moveTo(position);
    }
  }

  private void fill() throws IOException {
    end += PageReads.fill(channel, start + end, bytes, end, bytes.length - SLACK - end);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
