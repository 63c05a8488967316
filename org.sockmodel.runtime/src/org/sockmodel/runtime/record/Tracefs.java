package org.sockmodel.runtime.record;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sockmodel.runtime.trace.TraceException;

/** The kernel's tracing file system, where it is mounted and this user may use it. */
public final class Tracefs {

  /** Where Linux mounts it, now and before 4.1. */
  private static final List<Path> PLACES =
      List.of(Path.of("/sys/kernel/tracing"), Path.of("/sys/kernel/debug/tracing"));

  private static final int READ_BYTES = 1 << 20;
  private static final String INSTANCE = "sockmodel-";

  private final Path root;
  private final Path processes;

  /**
   * A tracing file system at some place; for tests.
   *
   * @param root where it is mounted
   * @param processes where the folders of processes are: {@code /proc}
   */
  public Tracefs(Path root, Path processes) {
    this.root = root;
    this.processes = processes;
  }

  /**
   * Finds the file system.
   *
   * @throws TraceException if there is none or this user may not use it; the message says what to do
   */
  public static Tracefs find() throws TraceException {
    for (Path place : PLACES) {
      if (Files.exists(place.resolve("instances"))) {
        return new Tracefs(place, Path.of("/proc")).checked();
      }
    }
    if (!Files.isReadable(PLACES.get(0))) {
      throw new TraceException("cannot record: " + (Files.exists(PLACES.get(0))
          ? "this user may not use " + PLACES.get(0) + "; run it as root"
          : "there is no tracefs at " + PLACES.get(0) + "; record on a Linux machine, or read a trace with analyze"));
    }
    throw new TraceException("cannot record: tracefs is not mounted; run mount -t tracefs tracefs " + PLACES.get(0));
  }

  /** This file system, if this user may use it. */
  public Tracefs checked() throws TraceException {
    if (!Files.isWritable(root.resolve("instances"))) {
      throw new TraceException("cannot record: this user may not write to " + root.resolve("instances")
          + "; run it as root");
    }
    return this;
  }

  /** The file or folder of this name. */
  Path path(String name) {
    return root.resolve(name);
  }

  /** What a file holds. Some of these files answer only the first read, which therefore has to be large. */
  byte[] read(String name) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(root.resolve(name)), READ_BYTES)) {
      return in.readAllBytes();
    }
  }

  /** A new private instance of the tracer; instances of processes that were killed are removed. */
  TracefsInstance newInstance() throws IOException {
    removeLeftovers();
    return new TracefsInstance(Files.createDirectory(root.resolve("instances").resolve(
        INSTANCE + ProcessHandle.current().pid())));
  }

  private void removeLeftovers() throws IOException {
    List<Path> instances;
    try (Stream<Path> list = Files.list(root.resolve("instances"))) {
      instances = list.filter(path -> path.getFileName().toString().matches(INSTANCE + "\\d+")).toList();
    }
    String self = Long.toString(ProcessHandle.current().pid());
    for (Path instance : instances) {
      String pid = instance.getFileName().toString().substring(INSTANCE.length());
      if (pid.equals(self) || !Files.exists(processes.resolve(pid))) {
        removeLeftover(instance);
      }
    }
  }

  private static void removeLeftover(Path instance) {
    try {
      new TracefsInstance(instance).close();
    } catch (IOException e) {
      // Its own guard may be about to remove it, and what cannot be removed is in nobody's way.
    }
  }
}
