package benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceWriter;
import org.sockmodel.runtime.trace.ctf.CtfEnvironment;
import org.sockmodel.runtime.trace.ctf.CtfReader;
import org.sockmodel.runtime.trace.ctf.CtfWriter;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.runtime.trace.ftrace.FtraceWriter;

/** Writing and reading of CTF and of the text of ftrace: an operation is one event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TraceBenchmark {

  private static final int CPUS = 2;

  /** A trace is as long as traces are: what its beginning and end take must not weigh. */
  private static final int REPETITIONS = 10;

  private Path folder;
  private Events events;
  private byte[] text;
  private TraceWriter textWriter;

  @Setup
  public void make() throws IOException, TraceException {
    folder = Files.createTempDirectory("benchmark");
    events = new Events();
    writeCtf(folder.resolve("ctf"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TraceWriter writer = new FtraceWriter(out, CPUS)) {
      events.send(writer::accept);
    }
    text = out.toByteArray();
    textWriter = new FtraceWriter(OutputStream.nullOutputStream(), CPUS);
  }

  @TearDown
  public void delete() throws IOException {
    deleteCtf(folder.resolve("ctf"));
    Files.delete(folder);
  }

  private void writeCtf(Path ctf) throws TraceException {
    CtfEnvironment environment = CtfEnvironment.of("host", "6.18.0");
    try (TraceWriter writer = new CtfWriter(ctf, CPUS, events.names(), environment)) {
      for (int i = 0; i < REPETITIONS; i++) {
        events.send(writer::accept);
      }
    }
  }

  private static void deleteCtf(Path ctf) throws IOException {
    for (String file : new String[] {"metadata", "channel0_0", "channel0_1", ""}) {
      Files.deleteIfExists(ctf.resolve(file));
    }
  }

  /** A trace to be written, which is deleted once it is there. */
  @State(Scope.Thread)
  public static class Target {

    private Path folder;

    @Setup
    public void make() throws IOException {
      folder = Files.createTempDirectory("benchmark");
    }

    @TearDown(Level.Invocation)
    public void deleteTrace() throws IOException {
      deleteCtf(folder.resolve("ctf"));
    }

    @TearDown
    public void delete() throws IOException {
      Files.delete(folder);
    }
  }

  /** What of the two that follow is the measurement's own. */
  @Benchmark
  @OperationsPerInvocation(Events.COUNT)
  public void send(Blackhole hole) {
    events.send(event -> hole.consume(event.timeNs()));
  }

  /** To files, with their beginning and end. */
  @Benchmark
  @OperationsPerInvocation(REPETITIONS * Events.COUNT)
  public void writeCtf(Target target) throws TraceException {
    writeCtf(target.folder.resolve("ctf"));
  }

  /** To nowhere. */
  @Benchmark
  @OperationsPerInvocation(Events.COUNT)
  public void writeText() {
    events.send(textWriter::accept);
  }

  @Benchmark
  @OperationsPerInvocation(REPETITIONS * Events.COUNT)
  public void readCtf(Blackhole hole) throws TraceException {
    new CtfReader(folder.resolve("ctf")).read(event -> hole.consume(event.timeNs()));
  }

  @Benchmark
  @OperationsPerInvocation(Events.COUNT)
  public void readText(Blackhole hole) throws TraceException {
    new FtraceReader(new ByteArrayInputStream(text), "text").read(event -> hole.consume(event.timeNs()));
  }
}
