package org.sockmodel.dsl.cli.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.sockmodel.dsl.cli.input.Progress;
import org.sockmodel.dsl.sweep.SweepResult;
import org.sockmodel.dsl.sweep.SweepRow;

/**
 * Runs the tasks of a sweep on several threads. Which thread runs what, and when, is in no result: the rows are in the
 * order of the tasks, and every run has its own simulation.
 */
final class SweepPool {

  private final int threads;
  private final List<SweepTask> tasks;
  private final Function<SweepTask, SweepResult> work;
  private final AtomicInteger done = new AtomicInteger();
  private volatile int waiting;

  /**
   * @param work does a task, on any thread
   */
  SweepPool(int threads, List<SweepTask> tasks, Function<SweepTask, SweepResult> work) {
    this.threads = threads;
    this.tasks = tasks;
    this.work = work;
  }

  /** Is told of every run that ends, by the thread that waits for them. */
  @FunctionalInterface
  interface Listener {

    void ended(SweepTask task, SweepResult result) throws IOException;
  }

  /** What came of a task. */
  private record Ended(int task, SweepResult result) {
  }

  /**
   * Runs all tasks but those that are done.
   *
   * @param kept what came of a task that is done, null for others
   */
  List<SweepRow> run(Function<SweepTask, SweepResult> kept, Listener listener)
      throws IOException, InterruptedException {
    SweepRow[] rows = new SweepRow[tasks.size()];
    ExecutorService pool = Executors.newFixedThreadPool(threads, SweepPool::daemon);
    try (Progress progress = Progress.of(done::get, this::progress)) {
      CompletionService<Ended> ended = new ExecutorCompletionService<>(pool);
      List<Integer> open = new ArrayList<>();
      for (int i = 0; i < rows.length; i++) {
        SweepResult result = kept.apply(tasks.get(i));
        if (result != null) {
          rows[i] = new SweepRow(tasks.get(i).point(), result);
        } else {
          open.add(i);
        }
      }
      waiting = open.size();
      open.forEach(task -> ended.submit(() -> new Ended(task, work.apply(tasks.get(task)))));
      for (int i = 0; i < open.size(); i++) {
        Ended next = next(ended);
        SweepTask task = tasks.get(next.task());
        rows[next.task()] = new SweepRow(task.point(), next.result());
        listener.ended(task, next.result());
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
