package org.sockmodel.runtime.trace.ctf.tsdl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sockmodel.runtime.trace.TraceException;

/**
 * Reads the text of a {@code metadata} file, which may be plain or cut into packets.
 *
 * <pre>
 * packet:  0 magic u32 | 4 uuid | 20 checksum u32 | 24 content_size u32 | 28 packet_size u32
 *         32 compression u8 | 33 encryption u8 | 34 checksum scheme u8 | 35 major u8 | 36 minor u8 | 37 text
 * </pre>
 */
public final class MetadataFile {

  private static final int MAGIC = 0x75D11D57;
  private static final String PLAIN = "/* CTF 1.";
  private static final int HEADER_BYTES = 37;
  private static final long MAX_BYTES = 256L << 20;

  private MetadataFile() {
  }

  /**
   * Reads and parses the file.
   *
   * @throws TraceException if it is none or says what cannot be read; the message names the file
   */
  public static TraceDescription read(Path file) throws TraceException {
    byte[] bytes;
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new TraceException(file + ": the metadata is too large");
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new TraceException(file + " cannot be read: " + e.getMessage(), e);
    }
    if (bytes.length > 0 && (bytes[0] == 0x1e || bytes[0] == '{' || bytes[0] == '[')) {
      throw new TraceException(file + ": this is CTF 2, which is not read; convert the trace to CTF 1.8 first");
    }
    try {
      return TsdlParser.parse(text(bytes));
    } catch (TraceException e) {
      throw new TraceException(file + " " + e.getMessage(), e);
    } catch (ClassCastException e) {
      throw new TraceException(file + ": a type is used as one of another kind", e);
    }
  }

  /** Whether a file that begins so holds metadata, plain or in packets. */
  public static boolean recognizes(byte[] head) {
    if (new String(head, 0, Math.min(head.length, PLAIN.length()), StandardCharsets.US_ASCII).equals(PLAIN)) {
      return true;
    }
    int magic = head.length < HEADER_BYTES ? 0 : ByteBuffer.wrap(head).getInt(0);
    return magic == MAGIC || Integer.reverseBytes(magic) == MAGIC;
  }

  private static String text(byte[] bytes) throws TraceException {
    if (bytes.length < HEADER_BYTES) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (buffer.getInt(0) != MAGIC) {
      buffer.order(ByteOrder.BIG_ENDIAN);
    }
    return buffer.getInt(0) == MAGIC ? unpack(buffer) : new String(bytes, StandardCharsets.UTF_8);
  }

  private static String unpack(ByteBuffer buffer) throws TraceException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int start = 0;
    while (start + HEADER_BYTES <= buffer.limit() && buffer.getInt(start) == MAGIC) {
      long content = (buffer.getInt(start + 24) & 0xffffffffL) / 8;
      long packet = (buffer.getInt(start + 28) & 0xffffffffL) / 8;
      if (buffer.get(start + 32) != 0 || buffer.get(start + 33) != 0) {
        throw new TraceException("holds compressed or encrypted packets, which are not read");
      }
      if (content < HEADER_BYTES || content > packet || start + content > buffer.limit()) {
        throw new TraceException("holds a damaged packet at byte " + start);
      }
      text.write(buffer.array(), start + HEADER_BYTES, (int) content - HEADER_BYTES);
      if (start + packet > buffer.limit()) {
        break;
      }
      start += (int) packet;
    }
    return text.toString(StandardCharsets.UTF_8);
  }
}
