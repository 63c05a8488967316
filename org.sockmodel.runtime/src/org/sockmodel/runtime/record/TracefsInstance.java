package org.sockmodel.runtime.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A tracer of our own beside all others: a folder of {@code instances} in tracefs. What it records, and how, touches
 * nobody else. {@link #close} removes it.
 */
final class TracefsInstance implements AutoCloseable {

  private static final String CPU = "cpu";

  private final Path folder;

  TracefsInstance(Path folder) {
    this.folder = folder;
  }

  /** Where it is. */
  Path folder() {
    return folder;
  }

  /** Sets a file of the instance. */
  void set(String file, String value) throws IOException {
    Files.writeString(folder.resolve(file), value);
  }

  /** What a file of the instance says. */
  String get(String file) throws IOException {
    return Files.readString(folder.resolve(file)).strip();
  }

  boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  void start() throws IOException {
    set("tracing_on", "1");
  }

  void stop() throws IOException {
    set("tracing_on", "0");
  }

  /** The CPUs that have a buffer, in their order. */
  List<Integer> cpus() throws IOException {
    try (Stream<Path> list = Files.list(folder.resolve("per_cpu"))) {
      return list.map(path -> path.getFileName().toString()).filter(name -> name.matches(CPU + "\\d+"))
          .map(name -> Integer.valueOf(name.substring(CPU.length()))).sorted().toList();
    }
  }

  /** The raw pages of a CPU's buffer; reading them takes them out, and blocks when there are none. */
  Path pages(int cpu) {
    return folder.resolve("per_cpu").resolve(CPU + cpu).resolve("trace_pipe_raw");
  }

  /** What the kernel tells of a CPU's buffer. */
  Path statistics(int cpu) {
    return folder.resolve("per_cpu").resolve(CPU + cpu).resolve("stats");
  }

  /** Removes the tracer and what it holds; the kernel switches its events off first. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(folder);
  }
}
