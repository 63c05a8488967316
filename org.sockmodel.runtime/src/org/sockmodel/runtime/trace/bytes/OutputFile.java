package org.sockmodel.runtime.trace.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sockmodel.runtime.trace.TraceException;

/** A file that appears under its name when it is complete, or a stream; what {@link ByteOutput} writes to. */
public final class OutputFile {

  private final String name;
  private final PartialOutput partial;
  private final ByteOutput out;
  private boolean done;

  private OutputFile(String name, PartialOutput partial, OutputStream stream) {
    this.name = name;
    this.partial = partial;
    this.out = new ByteOutput(stream);
  }

  /**
   * Starts a file; what is there is replaced when this one is complete.
   *
   * @throws TraceException if it cannot be made
   */
  public static OutputFile create(Path target) throws TraceException {
    PartialOutput partial = PartialOutput.file(target);
    try {
      return new OutputFile(target.toString(), partial, Files.newOutputStream(partial.path()));
    } catch (IOException e) {
      partial.discard();
      throw PartialOutput.failure(target, e);
    }
  }

  /** Writes to a stream, such as standard output, which is closed in the end. */
  public static OutputFile of(OutputStream stream) {
    return new OutputFile("the output", null, stream);
  }

  public ByteOutput out() {
    return out;
  }

  /**
   * Completes the file.
   *
   * @param last writes what stands at the end
   * @throws TraceException if something could not be written; nothing is left behind then
   */
  public void close(Runnable last) throws TraceException {
    if (done) {
      return;
    }
    if (out.hasFailed()) {
      abort();
      throw new TraceException("cannot write " + name + ": it was given up after an error");
    }
    done = true;
    try {
      last.run();
      out.close();
    } catch (UncheckedIOException e) {
      throw given(e.getCause());
    } catch (IOException e) {
      throw given(e);
    }
    if (partial != null) {
      partial.commit();
    }
  }

  /** Gives up; a later {@link #close} does nothing. */
  public void abort() {
    if (!done) {
      done = true;
      out.abort();
      discard();
    }
  }

  private TraceException given(IOException cause) {
    out.abort();
    discard();
    return new TraceException("cannot write " + name + ": " + PartialOutput.reason(cause), cause);
  }

  private void discard() {
    if (partial != null) {
      partial.discard();
    }
  }
}
