package org.sockmodel.runtime.trace.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceWriter;
import org.sockmodel.runtime.trace.bytes.PartialOutput;

/**
 * Writes the events of one trace as another, in one pass and constant memory. Lost events stay lost at the same place.
 *
 * <p>The output is begun with the first event: only then a reader knows of how many CPUs and of which machine its trace
 * is.
 */
public final class Conversion implements TraceSink {

  private final TraceReader reader;
  private final TraceFormat format;
  private final Path target;
  private final Overwritten overwritten = new Overwritten();
  private TraceWriter writer;
  private TraceException failure;

  private Conversion(TraceReader reader, TraceFormat format, Path target) {
    this.reader = reader;
    this.format = format;
    this.target = target;
  }

  /**
   * Reads a whole trace and writes it. Of damaged input what can be read is written; the reader's statistics tell.
   *
   * @param target the file, or the folder for CTF
   * @throws TraceException if the input cannot be read at all or the output cannot be written; nothing is left then
   */
  public static void convert(TraceReader reader, TraceFormat format, Path target) throws TraceException {
    new Conversion(reader, format, target).run();
  }

  @Override
  public void accept(TraceEvent event) {
    writer().accept(event);
    overwritten.event(event.cpu());
  }

  @Override
  public void lost(int cpu, long count) {
    TraceWriter told = writer();
    long untold = overwritten.untold(cpu, count);
    if (untold > 0 || count == 0) {
      told.lost(cpu, untold);
    }
  }

  private void run() throws TraceException {
    boolean complete = false;
    try {
      reader.read(this);
      writer();
      complete = true;
    } catch (UncheckedIOException e) {
      throw failure != null ? failure : PartialOutput.failure(target, e.getCause());
    } finally {
      if (writer != null && !complete) {
        writer.abort();
      }
    }
    writer.close();
  }

  private TraceWriter writer() {
    if (writer == null) {
      try {
        writer = format.open(target, reader);
        overwritten.tell(reader.statistics().overwrittenInAll(), writer);
      } catch (TraceException e) {
        failure = e;
        throw new UncheckedIOException(new IOException(e.getMessage(), e));
      }
    }
    return writer;
  }
}
