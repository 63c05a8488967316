package org.sockmodel.dsl.cli.input;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.ahead.ReadAhead;
import org.sockmodel.runtime.trace.open.TraceFiles;

/** A trace that a command reads: opens it, shows how far it is, and says on standard error what is damaged. */
public final class TraceInput {

  /** Reads the trace from beginning to end. */
  public interface Reading {
    void run() throws TraceException;
  }

  private final String name;
  private final PrintWriter err;
  private final TraceReader reader;

  /** Opens the trace; {@code -} is standard input. */
  public TraceInput(String name, PrintWriter err) {
    this.name = name;
    this.err = err;
    try {
      TraceReader opened = TraceFiles.open(path(name));
      // A thread that waits for standard input cannot be ended.
      reader = name.equals(TraceFiles.STANDARD_INPUT) ? opened : ReadAhead.of(opened);
    } catch (TraceException e) {
      throw new InputException(e.getMessage());
    }
  }

  /** What reads the trace, for its names and statistics. */
  public TraceReader reader() {
    return reader;
  }

  /** What to call the trace in reports. */
  public String title() {
    return name.equals(TraceFiles.STANDARD_INPUT) ? "standard input" : name;
  }

  /** Reads the whole trace; whether it was sound. */
  public boolean read(TraceSink sink) {
    return read(() -> reader.read(sink));
  }

  /** Lets somebody read the whole trace; whether it was sound. */
  public boolean read(Reading reading) {
    TraceStatistics statistics = reader.statistics();
    try (Progress progress = Progress.of(statistics::events)) {
      reading.run();
    } catch (TraceException e) {
      throw new InputException(e.getMessage());
    }
    if (!statistics.warning().isEmpty()) {
      err.println(title() + ": " + statistics.warning() + "; record it again if you need the rest");
      err.flush();
      return false;
    }
    return true;
  }

  /** A path that the user named. */
  public static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InputException(name.replaceAll("\\R", " ") + ": is no file name; check it");
    }
  }
}
