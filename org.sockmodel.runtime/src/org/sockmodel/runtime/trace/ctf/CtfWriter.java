package org.sockmodel.runtime.trace.ctf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceWriter;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.bytes.PartialOutput;

/**
 * Writes a trace as a folder in the layout of LTTng's kernel tracer ({@link CtfLayout}), which babeltrace2 and Trace
 * Compass open. Cost: about 20 ns an event, no allocation; memory: one packet for each CPU. Equal events make equal
 * bytes.
 *
 * <p>A field that the trace did not record is written as 0 or as an empty text, for CTF 1.8 has no absent fields.
 */
public final class CtfWriter implements TraceWriter {

  /** The most CPUs that a trace may have; more are a sign of damaged input. */
  public static final int MAX_CPUS = 4096;

  private final Path target;
  private final CtfEnvironment environment;
  private final CtfNameBytes texts;
  private final CtfEventNames names = new CtfEventNames();
  private final PartialOutput output;
  private final List<CtfEventWriter> events = new ArrayList<>();
  private CtfEventWriter[] byTracepoint = new CtfEventWriter[128];
  private CtfStreamWriter[] streams;
  private boolean failed;
  private boolean done;

  /**
   * Starts a trace.
   *
   * @param target the folder to make; a CTF trace that is there is replaced when this one is complete
   * @param cpus how many CPUs the trace has, even if not all of them record something
   * @param names the texts that the events refer to
   * @throws TraceException if the folder cannot be made or is something else than a CTF trace
   */
  public CtfWriter(Path target, int cpus, Names names, CtfEnvironment environment) throws TraceException {
    this.target = target;
    this.environment = environment;
    this.texts = new CtfNameBytes(names);
    this.streams = new CtfStreamWriter[Math.max(1, Math.min(cpus, MAX_CPUS))];
    refuseForeign(target);
    output = PartialOutput.folder(target);
  }

  @Override
  public void accept(TraceEvent event) {
    int id = event.tracepoint().id();
    CtfEventWriter writer = id < byTracepoint.length ? byTracepoint[id] : null;
    if (writer == null) {
      writer = declare(event.tracepoint());
    }
    try {
      stream(event.cpu()).write(writer, event);
    } catch (UncheckedIOException e) {
      failed = true;
      throw e;
    }
  }

  @Override
  public void lost(int cpu, long count) {
    try {
      stream(cpu).lost(count);
    } catch (UncheckedIOException e) {
      failed = true;
      throw e;
    }
  }

  /** Whether an event could not be written: nothing is left but to abort. */
  public boolean hasFailed() {
    return failed;
  }

  @Override
  public void close() throws TraceException {
    if (done) {
      return;
    }
    if (failed) {
      abort();
      throw new TraceException("cannot write " + target + ": it was given up after an error");
    }
    done = true;
    try {
      for (int cpu = 0; cpu < streams.length; cpu++) {
        stream(cpu).close();
      }
      Files.writeString(output.file(CtfLayout.METADATA_FILE), CtfMetadataText.of(environment, events));
    } catch (IOException | UncheckedIOException e) {
      giveUp();
      throw PartialOutput.failure(target, e instanceof IOException io ? io : ((UncheckedIOException) e).getCause());
    }
    output.commit();
  }

  @Override
  public void abort() {
    if (!done) {
      done = true;
      giveUp();
    }
  }

  private void giveUp() {
    for (CtfStreamWriter stream : streams) {
      if (stream != null) {
        stream.abort();
      }
    }
    output.discard();
  }

  private CtfEventWriter declare(Tracepoint tracepoint) {
    CtfEventWriter writer = new CtfEventWriter(events.size(), tracepoint, names, texts);
    events.add(writer);
    if (tracepoint.id() >= byTracepoint.length) {
      byTracepoint = Arrays.copyOf(byTracepoint, tracepoint.id() * 2);
    }
    byTracepoint[tracepoint.id()] = writer;
    return writer;
  }

  private CtfStreamWriter stream(int cpu) {
    CtfStreamWriter stream = cpu < streams.length ? streams[cpu] : null;
    return stream == null ? open(cpu) : stream;
  }

  private CtfStreamWriter open(int cpu) {
    if (cpu < 0 || cpu >= MAX_CPUS) {
      throw new UncheckedIOException(new IOException("CPU " + cpu + " is beyond the limit of " + MAX_CPUS + " CPUs"));
    }
    if (cpu >= streams.length) {
      streams = Arrays.copyOf(streams, cpu + 1);
    }
    try {
      Path file = output.file(CtfLayout.STREAM_FILE_PREFIX + cpu);
      streams[cpu] = new CtfStreamWriter(file, cpu, environment.uuid(), texts, environment.taskContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return streams[cpu];
  }

  /** Only a trace that this class could have written may be replaced. */
  private static void refuseForeign(Path target) throws TraceException {
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw new TraceException("cannot write " + target + ": a file of that name exists; name a folder");
    }
    try (Stream<Path> children = Files.list(target)) {
      Optional<String> foreign = children.map(path -> path.getFileName().toString())
          .filter(name -> !name.equals(CtfLayout.METADATA_FILE) && !name.startsWith(CtfLayout.STREAM_FILE_PREFIX))
          .sorted().findFirst();
      if (foreign.isPresent() || !hasMetadata(target)) {
        throw new TraceException("cannot write " + target + ": the folder exists and is no CTF trace"
            + foreign.map(name -> " (it holds " + name + ")").orElse("") + "; name another folder");
      }
    } catch (IOException e) {
      throw PartialOutput.failure(target, e);
    }
  }

  /** Whether the folder holds the metadata of a trace that this class wrote; an empty folder will do as well. */
  private static boolean hasMetadata(Path folder) throws IOException {
    Path metadata = folder.resolve(CtfLayout.METADATA_FILE);
    if (!Files.isRegularFile(metadata)) {
      try (Stream<Path> children = Files.list(folder)) {
        return children.findAny().isEmpty();
      }
    }
    byte[] signature = CtfLayout.METADATA_SIGNATURE.getBytes(StandardCharsets.US_ASCII);
    try (InputStream in = Files.newInputStream(metadata)) {
      return Arrays.equals(in.readNBytes(signature.length), signature);
    }
  }
}
