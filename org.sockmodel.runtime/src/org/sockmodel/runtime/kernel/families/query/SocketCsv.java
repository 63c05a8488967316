package org.sockmodel.runtime.kernel.families.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.runtime.kernel.families.query.SocketNumbers.Argument;

/**
 * Answers a stream of calls: rows {@code domain,type,protocol} come in, the same rows with {@code ,result} go out,
 * where the result is OK or an errno's name. A header row, empty lines and CRLF are understood. Rows are read and
 * written as bytes in a fixed buffer; a row costs no allocation.
 */
public final class SocketCsv {

  private static final int BUFFER_BYTES = 1 << 16;
  /** Rows longer than this are refused, so that one always fits. */
  private static final int ROW_BYTES = 4096;
  private static final byte[] HEADER = ascii("domain,type,protocol");
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final Argument[] ARGUMENTS = Argument.values();
  /** Errnos are below this ({@code MAX_ERRNO} is larger, but none is in use). */
  private static final int ERRNOS = 256;

  private final SocketQuery query;
  private final SocketNumbers numbers;
  private final byte[][] results = new byte[ERRNOS][];
  private final byte[] in = new byte[BUFFER_BYTES];
  private final byte[] out = new byte[BUFFER_BYTES];
  private final int[] arguments = new int[ARGUMENTS.length];
  private int outSize;
  private OutputStream target;
  private String file;
  private long line;

  public SocketCsv(SocketQuery query) {
    this.query = query;
    numbers = new SocketNumbers(query.layer().profile());
    for (int errno = 0; errno < ERRNOS; errno++) {
      results[errno] = ascii("," + SocketNames.errno(errno) + "\n");
    }
  }

  /**
   * Reads all rows and writes nothing, so that a file with a bad row is refused as a whole.
   *
   * @param name how messages call the input
   * @return rows
   * @throws CsvRowException if a row cannot be understood
   */
  public long check(String name, InputStream source) throws IOException, CsvRowException {
    return stream(name, source, null);
  }

  /**
   * Answers row by row. What was written before a bad row is whole rows.
   *
   * @param name how messages call the input
   * @return rows
   * @throws CsvRowException if a row cannot be understood
   */
  public long run(String name, InputStream source, OutputStream sink) throws IOException, CsvRowException {
    outSize = 0;
    try {
      target = sink;
      write(HEADER, 0, HEADER.length);
      write(ascii(",result\n"), 0, ",result\n".length());
      return stream(name, source, sink);
    } finally {
      flush();
      sink.flush();
    }
  }

  private long stream(String name, InputStream source, OutputStream sink) throws IOException, CsvRowException {
    file = name;
    line = 0;
    long rows = 0;
    int size = 0;
    int read;
    while ((read = source.read(in, size, in.length - size)) >= 0) {
      size += read;
      int begin = 0;
      for (int end = newline(size - read, size); end >= 0; end = newline(end + 1, size)) {
        rows += row(begin, end, sink != null);
        begin = end + 1;
      }
      size -= begin;
      System.arraycopy(in, begin, in, 0, size);
      if (size > ROW_BYTES) {
        line++;
        throw wrong(0, "the row is longer than " + ROW_BYTES + " bytes");
      }
    }
    return size == 0 ? rows : rows + row(0, size, sink != null);
  }

  private int newline(int from, int to) {
    for (int i = from; i < to; i++) {
      if (in[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** 1 for a row of arguments, 0 for a line that is none. */
  private int row(int from, int to, boolean answer) throws IOException, CsvRowException {
    line++;
    int begin = line == 1 && startsWith(BYTE_ORDER_MARK, from, to) ? from + BYTE_ORDER_MARK.length : from;
    int end = to > begin && in[to - 1] == '\r' ? to - 1 : to;
    if (begin == end || line == 1 && end - begin == HEADER.length && startsWith(HEADER, begin, end)) {
      return 0;
    }
    int at = begin;
    for (int field = 0; field < arguments.length; field++) {
      int stop = fieldEnd(at, end);
      if (stop == end && field < arguments.length - 1 || stop != end && field == arguments.length - 1) {
        throw wrong(stop - begin, "expected 3 fields: domain,type,protocol");
      }
      arguments[field] = argument(field, at, stop, at - begin);
      at = stop + 1;
    }
    if (answer) {
      byte[] result = results[query.errno(arguments[0], arguments[1], arguments[2])];
      write(in, begin, end);
      write(result, 0, result.length);
    }
    return 1;
  }

  private int fieldEnd(int from, int end) {
    int i = from;
    while (i < end && in[i] != ',') {
      i++;
    }
    return i;
  }

  private int argument(int field, int from, int to, int column) throws CsvRowException {
    int begin = from;
    int end = to;
    while (begin < end && in[begin] == ' ') {
      begin++;
    }
    while (end > begin && in[end - 1] == ' ') {
      end--;
    }
    long number = numbers.read(ARGUMENTS[field], in, begin, end);
    if (number == SocketNumbers.WRONG) {
      String text = new String(in, begin, end - begin, StandardCharsets.UTF_8);
      throw wrong(column + begin - from, SocketNumbers.wrong(ARGUMENTS[field], text));
    }
    return (int) number;
  }

  private boolean startsWith(byte[] bytes, int from, int to) {
    return to - from >= bytes.length && Arrays.equals(in, from, from + bytes.length, bytes, 0, bytes.length);
  }

  private CsvRowException wrong(int offset, String message) {
    return new CsvRowException(file, line, offset + 1, message);
  }

  private void write(byte[] bytes, int from, int to) throws IOException {
    if (outSize + to - from > out.length) {
      flush();
    }
    System.arraycopy(bytes, from, out, outSize, to - from);
    outSize += to - from;
  }

  private void flush() throws IOException {
    target.write(out, 0, outSize);
    outSize = 0;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
