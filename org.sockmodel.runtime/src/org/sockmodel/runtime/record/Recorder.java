package org.sockmodel.runtime.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.bytes.PartialOutput;

/**
 * Records the events that analyses want into a {@code trace.dat}. While it records, the tracer's buffers are emptied
 * into files beside the target, so that a long recording needs no large buffer.
 *
 * <p>{@link #close} removes everything that was set up, at any moment and from any thread; a shutdown hook may call it.
 * Where this process is killed, a {@link Guard} does so.
 */
public final class Recorder implements AutoCloseable {

  private static final String CLOCK = "mono";
  private static final long KIB = 1024;
  private static final int DRAIN_SHARE = 8;
  /** With less room than this a disk is full: so much is written at once. */
  private static final long LEAST_ROOM_BYTES = 2 * CpuPages.WRITTEN_BYTES;

  private final Tracefs tracefs;
  private final Path target;
  private final long bufferKib;
  private final PartialOutput output;
  private final List<CpuPages> pages = new ArrayList<>();
  private TracefsInstance instance;
  private Guard guard;
  private WantedEvents events;
  private int pageBytes;
  private boolean closed;

  /** Waits for the end of a recording. */
  @FunctionalInterface
  public interface Ending {
    /** Waits for a short while; whether the end has come. */
    boolean await() throws InterruptedException;
  }

  /**
   * Sets everything up; nothing is recorded yet.
   *
   * @param target the file to write; what is there is replaced when the recording is complete
   * @param bufferKib the size of the buffer of each CPU
   * @throws TraceException if it cannot be; nothing is left then
   */
  public Recorder(Tracefs tracefs, Path target, long bufferKib) throws TraceException {
    this.tracefs = tracefs;
    this.target = target;
    this.bufferKib = bufferKib;
    output = PartialOutput.file(target);
    if (output.isDirect()) {
      throw new TraceException("cannot write " + target + ": a recording is read again; name a file");
    }
    boolean complete = false;
    try {
      setUp();
      complete = true;
    } catch (IOException e) {
      throw failure(e);
    } finally {
      if (!complete) {
        close();
      }
    }
  }

  /** Starts recording. */
  public synchronized void start() throws TraceException {
    try {
      if (!closed) {
        instance.start();
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /**
   * Has a process end if this one is killed while it records.
   *
   * @param pid the process, which this one has started
   */
  public synchronized void endIfKilled(long pid) {
    if (guard != null) {
      quietly(() -> guard.watch(pid));
    }
  }

  /**
   * Records until the end has come and writes the file.
   *
   * @throws TraceException if that fails, or the recorder was closed meanwhile; nothing is left then
   */
  public void finish(Ending ending) throws TraceException {
    try {
      while (!ending.await() && drain(bufferKib * KIB / DRAIN_SHARE)) {
        continue;
      }
      write();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TraceException("the recording was interrupted");
    } catch (IOException e) {
      throw failure(e);
    } finally {
      close();
    }
  }

  /** Removes what was set up; after {@link #finish} there is nothing left to remove. */
  @Override
  public synchronized void close() {
    closed = true;
    for (CpuPages cpu : pages) {
      quietly(cpu::close);
      quietly(() -> Files.deleteIfExists(cpu.file()));
    }
    pages.clear();
    if (instance != null) {
      quietly(instance::close);
      instance = null;
    }
    output.discard();
    if (guard != null) {
      quietly(guard::dismiss);
      guard = null;
    }
  }

  private void setUp() throws IOException, TraceException {
    events = new WantedEvents(tracefs);
    if (events.count() == 0) {
      throw new TraceException("cannot record: this kernel has none of the events that are wanted");
    }
    instance = tracefs.newInstance();
    instance.stop();
    instance.set("trace_clock", CLOCK);
    instance.set("buffer_size_kb", Long.toString(bufferKib));
    pageBytes = pageBytes();
    Path folder = folder();
    for (int cpu : instance.cpus()) {
      Path file = Files.createTempFile(folder, ".sockmodel", ".pages");
      file.toFile().deleteOnExit();
      pages.add(new CpuPages(instance, cpu, pageBytes, file));
    }
    guard = new Guard(instance.folder(), Stream.concat(Stream.of(output.path()),
        pages.stream().map(CpuPages::file)).toList());
    events.enable(instance);
  }

  /** Pages of the buffer are of 4 KiB unless, from 6.8 on, somebody chose otherwise. */
  private int pageBytes() throws IOException {
    String file = "buffer_subbuf_size_kb";
    long kib = instance.has(file) ? Long.parseLong(instance.get(file)) : 4;
    return (int) (kib * KIB);
  }

  /** Empties buffers that hold so much; false if the recorder was closed. */
  private synchronized boolean drain(long leastBytes) throws IOException {
    for (CpuPages cpu : pages) {
      cpu.drain(leastBytes);
    }
    return !closed;
  }

  private synchronized void write() throws IOException, TraceException {
    if (closed) {
      throw new TraceException("the recording was interrupted");
    }
    instance.stop();
    drain(0);
    int cpus = pages.get(pages.size() - 1).cpu() + 1;
    Path[] files = new Path[cpus];
    for (CpuPages cpu : pages) {
      cpu.close();
      files[cpu.cpu()] = cpu.file();
    }
    try (TraceDatWriter writer = new TraceDatWriter(output.path())) {
      writer.header(pageBytes, tracefs.read("events/header_page"), tracefs.read("events/header_event"));
      writer.formats(events.formats());
      writer.names(Files.readAllBytes(Path.of("/proc/kallsyms")), tracefs.read("printk_formats"),
          tracefs.read("saved_cmdlines"));
      writer.data(instance.get("trace_clock"), files, pageBytes);
    }
    output.commit();
  }

  /** Where what is recorded is written while it is. */
  private Path folder() {
    return target.toAbsolutePath().getParent();
  }

  private TraceException failure(IOException cause) {
    if (folder().toFile().getUsableSpace() < LEAST_ROOM_BYTES) {
      return new TraceException("cannot record: the disk is full that " + folder() + " is on; make room there, or have"
          + " the recording written to another disk", cause);
    }
    String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new TraceException("cannot record: " + message, cause);
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void quietly(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      // What cannot be cleaned up now is cleaned up by the next recording.
    }
  }
}
