package org.sockmodel.dsl.cli.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.runtime.record.Recorder;

/** The command that runs while the kernel is recorded, and so the end of the recording; or nothing but a time. */
public final class RecordedCommand implements Recorder.Ending {

  private static final long STEP_MS = 50;
  private static final long MERCY_MS = 2000;

  private static final long REPORT_SECONDS = 60;

  private final CountDownLatch report = new CountDownLatch(1);
  private final List<String> words;
  private final long mostNs;
  private long startNs;
  private Process process;
  private volatile boolean ended;
  private boolean endedByUs;

  /**
   * @param words the command and its arguments; empty for none
   * @param mostNs when the recording ends in any case
   */
  public RecordedCommand(List<String> words, long mostNs) {
    this.words = words;
    this.mostNs = mostNs;
  }

  /** Starts the command, and the time after which the recording ends. */
  public synchronized void start() {
    startNs = System.nanoTime();
    if (words.isEmpty() || ended) {
      return;
    }
    try {
      process = new ProcessBuilder(words).inheritIO().start();
    } catch (IOException e) {
      throw new InputException(words.get(0) + " cannot be run; check its name and its rights");
    }
  }

  /** The number of the command's process, if there is one. */
  public synchronized OptionalLong pid() {
    return process == null ? OptionalLong.empty() : OptionalLong.of(process.pid());
  }

  @Override
  public boolean await() throws InterruptedException {
    long leftMs = (mostNs - (System.nanoTime() - startNs)) / 1_000_000;
    if (leftMs <= 0 || ended) {
      return true;
    }
    long stepMs = Math.min(leftMs, STEP_MS);
    if (process == null) {
      Thread.sleep(stepMs);
      return false;
    }
    return process.waitFor(stepMs, TimeUnit.MILLISECONDS);
  }

  /** Ends the command if it still runs, and with it what it started. */
  public synchronized void end() {
    if (!ended && process != null && process.isAlive()) {
      endedByUs = true;
      List<ProcessHandle> family = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
      family.forEach(ProcessHandle::destroy);
      try {
        CompletableFuture.allOf(family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
            .get(MERCY_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException e) {
        family.forEach(ProcessHandle::destroyForcibly);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    ended = true;
  }

  /** Ends the recording because this process is to end, and gives it the time to report what it got. */
  public void endAndReport() {
    end();
    try {
      report.await(REPORT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that the recording has been reported. */
  public void reported() {
    report.countDown();
  }

  /** What to say of a command that failed by itself. */
  public Optional<String> complaint() {
    if (process == null || process.isAlive() || process.exitValue() == 0 || endedByUs) {
      return Optional.empty();
    }
    return Optional.of(words.get(0) + " ended with " + process.exitValue());
  }
}
