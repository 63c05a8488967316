package org.sockmodel.runtime.trace.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of a stream, in a byte array that is used again and again: no object for a line. Behind every line at least
 * {@link #SLACK} bytes may be read, so that texts can be looked at eight bytes at a time.
 *
 * <p>A line longer than {@link #MAX_LINE_BYTES} is cut there, so that no input fills the memory.
 */
public final class LineSource {

  /** Bytes that may be read behind the end of a line. */
  public static final int SLACK = 64;

  /** What is beyond this in a line is passed over. */
  public static final int MAX_LINE_BYTES = 1 << 20;

  private static final int BLOCK_BYTES = 1 << 18;
  private static final long NEWLINES = Words.repeat('\n');

  private final InputStream in;
  private byte[] bytes = new byte[BLOCK_BYTES + SLACK];
  private int limit;
  private int position;
  private boolean ended;
  private int start;
  private int end;

  private boolean appended;

  /** Where the last piece of the line begins; where the first one ends, and the next line begins, from the start on. */
  private int lastStart;
  private int firstLength;
  private int firstDistance;

  public LineSource(InputStream in) {
    this.in = in;
  }

  /** The array that holds the current line. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the current line begins. */
  public int start() {
    return start;
  }

  /** Where the current line ends, without its line break. */
  public int end() {
    return end;
  }

  /** Goes to the next line; false at the end of the input. */
  public boolean next() throws IOException {
    int newline = find(position);
    if (newline < 0) {
      newline = load(0);
      if (newline < 0 && position == limit) {
        return false;
      }
    }
    start = position;
    endAt(newline);
    appended = false;
    return true;
  }

  /** Makes one line of this one and the next, with the line break between them; false at the end of the input. */
  public boolean append() throws IOException {
    int distance = position - start;
    if (!appended) {
      appended = true;
      firstLength = end - start;
      firstDistance = distance;
    }
    int newline = find(position);
    if (newline < 0) {
      position = start;
      newline = load(distance);
      start = 0;
      if (newline < 0 && limit == distance) {
        position = limit;
        return false;
      }
    }
    lastStart = start + distance;
    endAt(newline);
    return true;
  }

  /** Where the line begins that was appended last. */
  public int lastStart() {
    return lastStart;
  }

  /** Makes what was appended part of the line, so that it is not given back. */
  public void keep() {
    appended = false;
  }

  /** Gives back all lines that were appended to the current one since it was {@linkplain #keep kept}. */
  public void takeBack() {
    if (appended) {
      end = start + firstLength;
      position = start + firstDistance;
    }
  }

  private void endAt(int newline) {
    end = newline < 0 ? limit : newline;
    position = newline < 0 ? limit : newline + 1;
    if (end > start && bytes[end - 1] == '\r') {
      end--;
    }
  }

  /**
   * Loads until there is a line break; its position, or -1 if the input ends or the line is too long.
   *
   * @param known so many bytes from the position on are not to be looked at
   */
  private int load(int known) throws IOException {
    System.arraycopy(bytes, position, bytes, 0, limit - position);
    limit -= position;
    position = 0;
    int searched = known;
    while (true) {
      int newline = find(searched);
      if (newline >= 0) {
        return newline;
      }
      searched = limit;
      if (ended) {
        return -1;
      }
      if (limit >= MAX_LINE_BYTES) {
        return cutLine();
      }
      if (limit == bytes.length - SLACK) {
        bytes = Arrays.copyOf(bytes, limit * 2 + SLACK);
      }
      fill(limit);
    }
  }

  /** Drops what is beyond the limit up to the next line break, which then follows the cut line. */
  private int cutLine() throws IOException {
    while (!ended) {
      limit = MAX_LINE_BYTES;
      fill(MAX_LINE_BYTES);
      int newline = find(MAX_LINE_BYTES);
      if (newline >= 0) {
        int rest = limit - newline;
        System.arraycopy(bytes, newline, bytes, MAX_LINE_BYTES, rest);
        limit = MAX_LINE_BYTES + rest;
        return MAX_LINE_BYTES;
      }
    }
    limit = MAX_LINE_BYTES;
    return -1;
  }

  private void fill(int from) throws IOException {
    if (from == bytes.length - SLACK) {
      bytes = Arrays.copyOf(bytes, from + BLOCK_BYTES + SLACK);
    }
    int count = in.read(bytes, from, bytes.length - SLACK - from);
    if (count < 0) {
      ended = true;
    } else {
      limit = from + count;
    }
  }

  private int find(int from) {
    for (int at = from; at < limit; at += 8) {
      long marks = Words.zeros(LittleEndian.i64(bytes, at) ^ NEWLINES);
      if (marks != 0) {
        int found = at + Words.first(marks);
        return found < limit ? found : -1;
      }
    }
    return -1;
  }
}
