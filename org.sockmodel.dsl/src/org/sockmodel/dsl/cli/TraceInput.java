package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.ctf.CtfReader;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;

/** A trace that the user named, opened with the reader for its format. */
final class TraceInput implements AutoCloseable {

  private final TraceReader reader;
  private final InputStream in;

  private TraceInput(TraceReader reader, InputStream in) {
    this.reader = reader;
    this.in = in;
  }

  static TraceInput open(String name) throws IOException {
    Path path = path(name);
    if (Files.isDirectory(path)) {
      return new TraceInput(new CtfReader(path), InputStream.nullInputStream());
    }
    if (!Files.exists(path)) {
      throw new InputException(name + ": there is no such file; check its name");
    }
    if (!Files.isReadable(path)) {
      throw new InputException(name + ": cannot be read; check its permissions");
    }
    InputStream in = Files.newInputStream(path);
    return new TraceInput(new FtraceReader(in, name), in);
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InputException(name.replaceAll("\\R", " ") + ": is no file name; check it");
    }
  }

  TraceReader reader() {
    return reader;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
