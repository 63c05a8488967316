package org.sockmodel.dsl.cli.input;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.sockmodel.runtime.report.Quantity;

/**
 * Tells a person at a terminal how far something is that takes longer than a second. A thread of its own looks at the
 * count, so that the work itself pays nothing; into a pipe or a file nothing is written.
 */
public final class Progress implements AutoCloseable {

  private static final long FIRST_MS = 1000;
  private static final long EVERY_MS = 250;
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream terminal;
  private final LongSupplier count;
  private final Wording wording;
  private final long firstMs;
  private final Thread thread;
  private boolean shown;

  /** How a count is told. */
  @FunctionalInterface
  public interface Wording {

    String text(long count, long elapsedMs);
  }

  /**
   * Starts watching events; for tests.
   *
   * @param terminal where to write; null for nowhere
   * @param events how many events are done; read by another thread
   * @param firstMs how long nothing is shown
   */
  public Progress(PrintStream terminal, LongSupplier events, long firstMs) {
    this(terminal, events, Progress::events, firstMs);
  }

  private Progress(PrintStream terminal, LongSupplier count, Wording wording, long firstMs) {
    this.terminal = terminal;
    this.count = count;
    this.wording = wording;
    this.firstMs = firstMs;
    thread = new Thread(this::show, "progress");
    thread.setDaemon(true);
    if (terminal != null) {
      thread.start();
    }
  }

  /** Watches a count of events, for whoever looks at standard error. */
  public static Progress of(LongSupplier events) {
    return new Progress(terminal(), events, FIRST_MS);
  }

  /** Watches how many of {@code all} models are done. */
  public static Progress of(LongSupplier models, int all) {
    return of(models, (done, elapsedMs) -> done + " of " + Quantity.count(all, "model", "models") + ", "
        + elapsedMs / 1000 + " s");
  }

  /** Watches a count of anything. */
  public static Progress of(LongSupplier count, Wording wording) {
    return new Progress(terminal(), count, wording, FIRST_MS);
  }

  private static PrintStream terminal() {
    return isTerminal() ? new PrintStream(new FileOutputStream(FileDescriptor.err), true) : null;
  }

  private static String events(long count, long elapsedMs) {
    return String.format(Locale.ROOT, "%s, %d s, %.1f million a second", Quantity.count(count, "event", "events"),
        elapsedMs / 1000, count / 1000.0 / elapsedMs);
  }

  /** Takes the line away. */
  @Override
  public void close() {
    if (terminal == null) {
      return;
    }
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (shown) {
      terminal.print(ERASE_LINE);
      terminal.flush();
    }
  }

  private void show() {
    long startMs = System.nanoTime() / 1_000_000;
    try {
      Thread.sleep(firstMs);
      while (true) {
        long elapsedMs = Math.max(1, System.nanoTime() / 1_000_000 - startMs);
        shown = true;
        terminal.print(ERASE_LINE + wording.text(count.getAsLong(), elapsedMs));
        terminal.flush();
        Thread.sleep(EVERY_MS);
      }
    } catch (InterruptedException e) {
      // The work is done.
      Thread.currentThread().interrupt();
    }
  }

  /** Java does not tell whether standard error is a terminal; Linux does, elsewhere the console is a good guess. */
  private static boolean isTerminal() {
    try {
      String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null;
    }
  }
}
