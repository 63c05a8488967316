package org.sockmodel.runtime.trace.open;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.bytes.PageReads;
import org.sockmodel.runtime.trace.bytes.PartialOutput;
import org.sockmodel.runtime.trace.ctf.CtfReader;
import org.sockmodel.runtime.trace.perf.data.PerfDataReader;

/**
 * Opens a trace, whatever its format: a folder with a CTF trace or of {@code perf record --threads}, or a file or
 * standard input with the text of ftrace, of {@code trace-cmd report} or of {@code perf script}, a {@code trace.dat}
 * or a {@code perf.data}; each file also as gzip or zstd. Names of files do not matter.
 */
public final class TraceFiles {

  /** Stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  /** What is accepted, for messages. */
  static final String ACCEPTED = "a CTF folder, a trace.dat, a perf.data, or the text of ftrace, trace-cmd report or "
      + "perf script (these files also as gzip or zstd) can be read";

  private static final String METADATA = "metadata";
  private static final int MAX_DEPTH = 4;

  private TraceFiles() {
  }

  /**
   * Opens a trace; {@code -} is standard input.
   *
   * @throws TraceException if it is none that can be read; the message says what it is and what would be accepted
   */
  public static TraceReader open(Path path) throws TraceException {
    if (path.toString().equals(STANDARD_INPUT)) {
      return open(System.in, "standard input");
    }
    try {
      if (!Files.exists(path)) {
        throw new TraceException(path + " does not exist");
      }
      if (Files.isDirectory(path)) {
        return openFolder(path);
      }
      if (path.getFileName().toString().equals(METADATA) && path.toAbsolutePath().getParent() != null) {
        return new CtfReader(path.toAbsolutePath().getParent());
      }
      // What is no file, such as a pipe, gives its bytes once.
      return Files.isRegularFile(path)
          ? new ContentProbe(path.toString(), path).open(PageReads.stream(FileChannel.open(path)))
          : new ContentProbe(path.toString(), null).open(Files.newInputStream(path));
    } catch (IOException e) {
      throw new TraceException(path + " cannot be read: " + PartialOutput.reason(e), e);
    }
  }

  /**
   * Opens a trace from a stream, which the reader closes.
   *
   * @param name what to call it in messages
   * @throws TraceException if it is none that can be read
   */
  public static TraceReader open(InputStream in, String name) throws TraceException {
    try {
      return new ContentProbe(name, null).open(new BufferedInputStream(in, ContentProbe.HEAD_BYTES));
    } catch (IOException e) {
      throw new TraceException(name + " cannot be read: " + PartialOutput.reason(e), e);
    }
  }

  /** Whether these seem to be the contents of a trace's file or of a CTF trace's metadata; reads their beginning. */
  public static boolean recognizes(InputStream in) throws IOException {
    return ContentProbe.recognizes(in);
  }

  private static TraceReader openFolder(Path folder) throws IOException, TraceException {
    if (PerfDataReader.isFolder(folder)) {
      return new PerfDataReader(folder.resolve(PerfDataReader.FILE), folder.toString(), false);
    }
    List<Path> traces;
    try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH)) {
      traces = walk.filter(path -> path.getFileName() != null && path.getFileName().toString().equals(METADATA))
          .filter(Files::isRegularFile).map(Path::getParent).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (traces.contains(folder) || traces.size() == 1) {
      return new CtfReader(traces.contains(folder) ? folder : traces.get(0));
    }
    if (traces.isEmpty()) {
      throw new TraceException(folder + " is a folder without a CTF trace (no file " + METADATA + " in it); "
          + ACCEPTED);
    }
    throw new TraceException(folder + " holds " + traces.size() + " CTF traces; name one of them, such as "
        + traces.get(0));
  }
}
