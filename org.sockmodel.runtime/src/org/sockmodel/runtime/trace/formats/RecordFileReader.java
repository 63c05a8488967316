package org.sockmodel.runtime.trace.formats;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceOrigin;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.merge.TimeMerge;
import org.sockmodel.runtime.trace.merge.TimedStream;

/** Reads a file that holds records of each CPU, and what they mean. */
public abstract class RecordFileReader implements TraceReader {

  /** What to call the input in messages. */
  protected final String name;
  protected final Path file;
  protected final Names names = new Names();
  protected final TraceStatistics statistics;

  private final boolean temporary;
  private TraceOrigin origin = TraceOrigin.UNKNOWN;

  /**
   * Names the file; it is opened by {@link #read}.
   *
   * @param temporary whether the file is to be deleted when it was read
   * @param format the format's name in reports
   */
  protected RecordFileReader(Path file, String name, boolean temporary, String format) {
    this.file = file;
    this.name = name;
    this.temporary = temporary;
    statistics = new TraceStatistics(format);
  }

  @Override
  public final void read(TraceSink sink) throws TraceException {
    try (FileChannel channel = FileChannel.open(file)) {
      read(new FileInput(channel), sink);
    } catch (IOException e) {
      throw new TraceException(name + " cannot be read: " + e.getMessage(), e);
    } finally {
      deleteIfTemporary();
    }
    statistics.refuseIfUnreadable(name);
  }

  /** Reads the file, which is closed afterwards. */
  protected abstract void read(FileInput input, TraceSink sink) throws IOException, TraceException;

  /** How the file's records are decoded. */
  protected final RecordPlans plans(TracingData data, TraceSink sink) {
    return new RecordPlans(data, names, sink::fields);
  }

  /** Delivers what the CPUs have. */
  protected final void deliver(List<? extends TimedStream> cpus, RecordPlans plans, TraceSink sink) {
    new TimeMerge(cpus).run(new TraceEvent(names), sink);
    statistics.warn(plans.calls().doubt());
  }

  /** Takes the machine that was recorded, and how many CPUs it has at least; 0 if that is not known. */
  protected final void setOrigin(TraceOrigin machine, int cpus) {
    origin = machine;
    statistics.atLeastCpus(cpus);
  }

  @Override
  public final Names names() {
    return names;
  }

  @Override
  public final TraceOrigin origin() {
    return origin;
  }

  @Override
  public final TraceStatistics statistics() {
    return statistics;
  }

  private void deleteIfTemporary() {
    try {
      if (temporary) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
