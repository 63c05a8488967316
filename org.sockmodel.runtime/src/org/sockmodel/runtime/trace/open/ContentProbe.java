package org.sockmodel.runtime.trace.open;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.ctf.tsdl.MetadataFile;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.runtime.trace.ftrace.dat.TraceDatReader;
import org.sockmodel.runtime.trace.perf.PerfScriptReader;
import org.sockmodel.runtime.trace.perf.data.PerfDataReader;

/** Tells what a stream holds by its first bytes, through compression, and makes the reader for it. */
final class ContentProbe {

  /** So many bytes are looked at. */
  static final int HEAD_BYTES = 1 << 16;

  private static final int MAX_COMPRESSIONS = 2;
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};
  private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
  private static final byte[] CTF_PACKET = {(byte) 0xc1, 0x1f, (byte) 0xfc, (byte) 0xc1};

  /** Makes a reader of a file, of which it is told what to call it and whether to delete it. */
  private interface FileReader {
    TraceReader of(Path file, String name, boolean temporary);
  }

  private final String name;
  private final Path file;

  /**
   * Prepares for one input.
   *
   * @param name what to call it in messages
   * @param file the file, or null if its bytes can be read but once
   */
  ContentProbe(String name, Path file) {
    this.name = name;
    this.file = file;
  }

  TraceReader open(InputStream in) throws IOException, TraceException {
    InputStream current = in;
    try {
      for (int depth = 0;; depth++) {
        byte[] head = head(current);
        InputStream plain = new SequenceInputStream(new ByteArrayInputStream(head), current);
        current = plain;
        if (depth < MAX_COMPRESSIONS && starts(head, GZIP)) {
          current = new GZIPInputStream(plain, HEAD_BYTES);
        } else if (depth < MAX_COMPRESSIONS && starts(head, ZSTD)) {
          current = new ZstdInputStreamNoFinalizer(plain).setContinuous(false);
        } else {
          return reader(head, plain, depth > 0);
        }
      }
    } catch (EOFException e) {
      current.close();
      throw new TraceException(name + " is compressed data that is cut short", e);
    } catch (IOException | TraceException e) {
      current.close();
      throw e;
    }
  }

  /** Whether a trace, perhaps compressed, or a CTF trace's metadata begin so. */
  static boolean recognizes(InputStream in) throws IOException {
    byte[] head = head(in);
    for (int depth = 0; depth < MAX_COMPRESSIONS; depth++) {
      head = decompressed(head);
    }
    if (head.length == 0 || TraceDatReader.recognizes(head) || PerfDataReader.recognizes(head)
        || MetadataFile.recognizes(head)) {
      return head.length > 0;
    }
    TextVote vote = TextVote.of(head);
    return vote == TextVote.FTRACE || vote == TextVote.PERF;
  }

  /** The beginning of what these bytes hold compressed, if they do; nothing if that is damaged. */
  private static byte[] decompressed(byte[] head) {
    try {
      if (starts(head, GZIP)) {
        return head(new GZIPInputStream(new ByteArrayInputStream(head), HEAD_BYTES));
      }
      return starts(head, ZSTD) ? head(new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(head))) : head;
    } catch (IOException damaged) {
      return new byte[0];
    }
  }

  private static byte[] head(InputStream in) throws IOException {
    byte[] head = new byte[HEAD_BYTES];
    int length = 0;
    try {
      int count = 0;
      while (count >= 0 && length < HEAD_BYTES) {
        length += count;
        count = in.read(head, length, HEAD_BYTES - length);
      }
    } catch (IOException e) {
      // Compressed data that are cut: what came before is looked at, and the reader meets the end again.
      if (length == 0) {
        throw e;
      }
    }
    return Arrays.copyOf(head, length);
  }

  private TraceReader reader(byte[] head, InputStream in, boolean compressed) throws TraceException, IOException {
    if (head.length == 0) {
      throw new TraceException(name + " is empty; " + TraceFiles.ACCEPTED);
    }
    if (starts(head, CTF_PACKET)) {
      throw new TraceException(name + " is one stream of a CTF trace; open its folder");
    }
    if (TraceDatReader.recognizes(head)) {
      return ofFile(in, compressed, ".dat", TraceDatReader::new);
    }
    if (PerfDataReader.recognizes(head)) {
      return ofFile(in, compressed, ".data", PerfDataReader::new);
    }
    TextVote vote = TextVote.of(head);
    if (vote == TextVote.FTRACE) {
      return new FtraceReader(in, name);
    }
    if (vote == TextVote.PERF) {
      return new PerfScriptReader(in, name);
    }
    String known = OtherContent.of(head);
    String what = vote == TextVote.OTHER_TEXT ? "a text that is no trace" : "no trace that is known";
    throw new TraceException(name + (compressed ? " holds, compressed, " : " is ")
        + (known.isEmpty() ? what + "; " + TraceFiles.ACCEPTED : known));
  }

  /** A reader that goes to and fro in the file, so that what is compressed or streamed is laid down first. */
  private TraceReader ofFile(InputStream in, boolean compressed, String suffix, FileReader reader) throws IOException {
    try (in) {
      if (file != null && !compressed) {
        return reader.of(file, name, false);
      }
      Path copy = Files.createTempFile("sockmodel", suffix);
      copy.toFile().deleteOnExit();
      try {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        Files.deleteIfExists(copy);
        throw e;
      }
      return reader.of(copy, name, true);
    }
  }

  private static boolean starts(byte[] head, byte[] magic) {
    return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }
}
