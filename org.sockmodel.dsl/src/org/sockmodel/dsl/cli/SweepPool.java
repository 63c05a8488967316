package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.sockmodel.dsl.sweep.SweepRow;

/**
 * Runs the tasks of a sweep on several threads. Which thread runs what, and when, is in no result: the rows are in the
 * order of the tasks, and every run has its own simulation.
 */
final class SweepPool {

  private final int threads;
  private final List<SweepTask> tasks;
  private final AtomicInteger done = new AtomicInteger();
  private volatile int waiting;

  SweepPool(int threads, List<SweepTask> tasks) {
    this.threads = threads;
    this.tasks = tasks;
  }

  /** Is told of every run that ends, by the thread that waits for them. */
  @FunctionalInterface
  interface Listener {

    void ended(SweepTask task, Map<String, OptionalDouble> figures) throws IOException;
  }

  /** What came of a task. */
  private record Ended(int task, Map<String, OptionalDouble> figures) {
  }

  /**
   * Runs all tasks but those that are done.
   *
   * @param kept the figures of a task that is done, null for others
   */
  List<SweepRow> run(Function<SweepTask, Map<String, OptionalDouble>> kept, Listener listener)
      throws IOException, InterruptedException {
    SweepRow[] rows = new SweepRow[tasks.size()];
    ExecutorService pool = Executors.newFixedThreadPool(threads, SweepPool::daemon);
    try (Progress progress = Progress.of(done::get, this::progress)) {
      CompletionService<Ended> ended = new ExecutorCompletionService<>(pool);
      List<Integer> open = new ArrayList<>();
      for (int i = 0; i < rows.length; i++) {
        Map<String, OptionalDouble> figures = kept.apply(tasks.get(i));
        if (figures != null) {
          rows[i] = new SweepRow(tasks.get(i).point(), figures);
        } else {
          open.add(i);
        }
      }
      waiting = open.size();
      open.forEach(task -> ended.submit(() -> new Ended(task, tasks.get(task).figures())));
      for (int i = 0; i < open.size(); i++) {
        Ended next = next(ended);
        SweepTask task = tasks.get(next.task());
        rows[next.task()] = new SweepRow(task.point(), next.figures());
        listener.ended(task, next.figures());
        done.incrementAndGet();
      }
      return Arrays.asList(rows);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Ended next(CompletionService<Ended> ended) throws InterruptedException {
    try {
      return ended.take().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException runtime ? runtime : new IllegalStateException(e.getCause());
    }
  }

  private String progress(long runs, long elapsedMs) {
    String left = runs == 0 ? "" : ", about " + elapsedMs * (waiting - runs) / runs / 1000 + " s left";
    return tasks.size() - waiting + runs + " of " + tasks.size() + " runs, " + elapsedMs / 1000 + " s" + left;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sweep");
    thread.setDaemon(true);
    return thread;
  }
}
