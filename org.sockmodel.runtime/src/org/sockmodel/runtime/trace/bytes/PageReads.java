package org.sockmodel.runtime.trace.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Reads files into arrays by way of memory outside the heap in which bytes stand as far behind the beginning of a page
 * as they do in the file. Java's own such memory begins 16 bytes behind the beginning of a page, and where a copy's
 * target lies less than 32 bytes behind its source, counted from the beginnings of their pages, the kernel's
 * {@code copy_to_user} takes three to eight times as long on processors whose {@code rep movsb} is fast otherwise
 * (AMD's Zen 3: CPUID family 0x19, with FSRM).
 */
public final class PageReads {

  private static final int PAGE_BYTES = 1 << 12;
  private static final int BLOCK_BYTES = 1 << 16;

  /** As in Java itself, each thread has its own. */
  private static final ThreadLocal<ByteBuffer> BLOCK =
      ThreadLocal.withInitial(() -> memory(BLOCK_BYTES + PAGE_BYTES));

  private PageReads() {
  }

  /** So much memory outside the heap, from the beginning of a page on. */
  public static ByteBuffer memory(int bytes) {
    ByteBuffer memory = ByteBuffer.allocateDirect(bytes + PAGE_BYTES);
    return memory.slice(-memory.alignmentOffset(0, PAGE_BYTES) & PAGE_BYTES - 1, bytes);
  }

  /**
   * Reads at most so many bytes from a position of a file on.
   *
   * @return how many there were; -1 at the end of the file
   */
  public static int read(FileChannel file, long position, byte[] target, int offset, int length) throws IOException {
    int start = (int) position & PAGE_BYTES - 1;
    ByteBuffer block = BLOCK.get().limit(start + Math.min(length, BLOCK_BYTES)).position(start);
    int count = file.read(block, position);
    if (count > 0) {
      block.get(start, target, offset, count);
    }
    return count;
  }

  /**
   * Reads so many bytes from a position of a file on.
   *
   * @return how many there were: fewer only at the end of the file
   */
  public static int fill(FileChannel file, long position, byte[] target, int offset, int length) throws IOException {
    int done = 0;
    int count = 0;
    while (count >= 0 && done < length) {
      count = read(file, position + done, target, offset + done, length - done);
      done += Math.max(0, count);
    }
    return done;
  }

  /** A file from its beginning on; closing it closes the file. */
  public static InputStream stream(FileChannel file) {
    return new FileStream(file);
  }

  private static final class FileStream extends InputStream {
    private final FileChannel file;
    private long position;

    FileStream(FileChannel file) {
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = PageReads.read(file, position, target, offset, length);
      position += Math.max(0, count);
      return count;
    }

    @Override
    public int available() throws IOException {
      return (int) Math.max(0, Math.min(Integer.MAX_VALUE, file.size() - position));
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
