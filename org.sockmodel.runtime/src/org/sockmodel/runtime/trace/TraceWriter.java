package org.sockmodel.runtime.trace;

/**
 * Writes one trace to a file or a folder. What it writes appears under its name only when {@link #close} succeeds;
 * until then it lies beside it under a temporary name.
 *
 * <p>{@link #accept} and {@link #lost} throw {@link java.io.UncheckedIOException} if nothing more can be written, and
 * {@link #close} then leaves nothing behind.
 */
public interface TraceWriter extends TraceSink, AutoCloseable {

  /**
   * Completes the trace and moves it to its place.
   *
   * @throws TraceException if it cannot be completed; nothing is left behind then
   */
  @Override
  void close() throws TraceException;

  /** Gives up: deletes what was written so far. A later {@link #close} does nothing. */
  void abort();
}
